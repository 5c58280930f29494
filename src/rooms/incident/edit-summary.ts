import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { summaryInput } from './incident.ts'
import { hold } from './move.ts'
import { changeIncident } from './store.ts'

/** Says anew what is happening and whom it hurts. What it said before stays in the fact. */
export async function editSummary(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof summaryInput>,
): Promise<void> {
  const { summary, impact } = summaryInput.parse(input)
  await commit(world, actor, async (tx) => {
    const incident = await hold(tx, incidentId)
    if (incident.summary === summary && incident.impact === impact) throw new Refusal('nothing-changed', {}, 'summary')
    await changeIncident(tx, incidentId, { summary, impact })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.summary_edited',
          data: { summary: [incident.summary, summary], impact: [incident.impact, impact] },
        },
      ],
      result: undefined,
    }
  })
}
