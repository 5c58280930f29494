import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { levelInput } from './incident.ts'
import { hold } from './move.ts'
import { changeIncident } from './store.ts'

/** Decides how bad it is. Who must hear of it is settled anew from the fact. */
export async function setLevel(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof levelInput>,
): Promise<void> {
  const { level, reason } = levelInput.parse(input)
  if (!world.settings().levels.steps.some((step) => step.key === level)) throw new Refusal('level-unknown', {}, 'level')
  await commit(world, actor, async (tx) => {
    const incident = await hold(tx, incidentId)
    if (incident.level === level) throw new Refusal('level-same', {}, 'level')
    await changeIncident(tx, incidentId, { level })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.level_set',
          data: { from: incident.level, to: level, reason, status: incident.status },
        },
      ],
      result: undefined,
    }
  })
}
