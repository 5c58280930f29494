import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { kindInput } from './incident.ts'
import { hold } from './move.ts'
import { changeIncident } from './store.ts'

/** Real, drill or exercise after all. From the fact all that is shown is marked anew, and the other rules hold. */
export async function setKind(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof kindInput>,
): Promise<void> {
  const { kind, reason } = kindInput.parse(input)
  await commit(world, actor, async (tx) => {
    const incident = await hold(tx, incidentId)
    if (incident.kind === kind) throw new Refusal('kind-same', {}, 'kind')
    await changeIncident(tx, incidentId, { kind })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.kind_set',
          data: { from: incident.kind, to: kind, reason },
        },
      ],
      result: undefined,
    }
  })
}
