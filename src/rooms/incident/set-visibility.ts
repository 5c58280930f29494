import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { raise } from '../projection/index.ts'
import { visibilityInput } from './incident.ts'
import { hold } from './move.ts'
import { absorbedBy, changeIncident } from './store.ts'

/**
 * Who may know. From the fact all that was told elsewhere is rendered anew, so that it says nothing of a private one.
 * The channel itself only a person can convert: Slack lets no bot do it.
 */
export async function setVisibility(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof visibilityInput>,
): Promise<void> {
  const { visibility } = visibilityInput.parse(input)
  await commit(world, actor, async (tx) => {
    const incident = await hold(tx, incidentId)
    if (incident.visibility === visibility) throw new Refusal('visibility-same', {}, 'visibility')
    await changeIncident(tx, incidentId, { visibility })
    // Their cards lead here, or no longer may.
    const others = [...(await absorbedBy(tx, incidentId)), ...(incident.mergedInto ? [incident.mergedInto] : [])]
    for (const other of others) await raise(world.jobs, tx, incidentSubject(other), true)
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.visibility_set',
          data: { from: incident.visibility, to: visibility, invitationId: incident.invitationId },
        },
      ],
      result: undefined,
    }
  })
}
