import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { raise } from '../projection/index.ts'
import { visibilities } from '../settings/index.ts'
import { absorbedBy, changeIncident } from './store.ts'
import { verb } from './verb.ts'

/**
 * Who may know. From the fact all that was told elsewhere is rendered anew, so that it says nothing of a private one.
 * The channel itself only a person can convert: Slack lets no bot do it.
 */
export const setVisibility = verb({
  name: 'set-visibility',
  input: z.strictObject({ visibility: z.enum(visibilities) }),
  right: 'respond',
  async change({ world, tx, incident: { id, visibility: from, invitationId, mergedInto } }, { visibility }) {
    if (from === visibility) throw new Refusal('visibility-same', {}, 'visibility')
    await changeIncident(tx, id, { visibility })
    // Their cards lead here, or no longer may.
    const others = [...(await absorbedBy(tx, id)), ...(mergedInto ? [mergedInto] : [])]
    for (const other of others) await raise(world.jobs, tx, incidentSubject(other), true)
    const data = { from, to: visibility, invitationId }
    return { facts: [{ subject: incidentSubject(id), type: 'incident.visibility_set', data }], result: undefined }
  },
})
