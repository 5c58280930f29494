import { z } from 'zod'
import { dropNext, incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { absorbedBy, changeIncident, verb } from '../incident/index.ts'
import { raise } from '../projection/index.ts'
import { visibilities } from '../settings/index.ts'
import { keptReason } from './assembly.ts'
import { losingPeople } from './losing.ts'
import { addPeople, dropPeople } from './store.ts'

/**
 * Who may know. From the facts all that was told elsewhere is rendered again, so that it says nothing of a private one, and whoever
 * knew of it by a rule for public ones, or had come by themselves, is out of it at once.
 * The channel itself only a person can convert: Slack lets no bot do it.
 */
export const setVisibility = verb({
  name: 'set-visibility',
  input: z.strictObject({ visibility: z.enum(visibilities) }),
  right: 'respond',
  async change({ world, tx, now, caller, incident }, { visibility }) {
    const { id, visibility: from, invitationId, mergedInto } = incident
    if (from === visibility) throw new Refusal('visibility-same', {}, 'visibility')
    const by = caller.actor.kind === 'person' ? caller.actor.id : undefined
    const { losing, isByKept } =
      visibility === 'private'
        ? await losingPeople(tx, world.settings(), incident, by)
        : { losing: [], isByKept: false }
    if (by && isByKept) await addPeople(tx, id, [{ userId: by, reason: keptReason, skipped: null }], now)
    await dropPeople(tx, id, losing)
    if (visibility === 'public') await dropNext(tx, id)
    await changeIncident(tx, id, { visibility })
    // Their cards lead here, or no longer may.
    const others = [...(await absorbedBy(tx, id)), ...(mergedInto ? [mergedInto] : [])]
    for (const other of others) await raise(world.jobs, tx, incidentSubject(other), true)
    const subject = incidentSubject(id)
    return {
      facts: [
        { subject, type: 'incident.visibility_set', data: { from, to: visibility, invitationId } },
        ...(losing.length > 0 ? [{ subject, type: 'assembly.narrowed' as const, data: { people: losing } }] : []),
      ],
      result: undefined,
    }
  },
})
