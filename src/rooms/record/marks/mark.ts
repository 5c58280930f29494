import { incidentChannelById, incidentSubject } from '../../channel/index.ts'
import { isOutsider } from '../../directory/index.ts'
import { commit, person, unchanged, type World } from '../../facts/index.ts'
import { slotOfMessage } from '../../projection/index.ts'
import type { MarkKind } from '../../settings/index.ts'
import type { Place, Via } from '../record.ts'
import { placeMessage } from '../store.ts'
import { addSource, endSource, forgetUnkept, sourcesOf } from './store.ts'

/** What somebody put on a message, or took off it. Of a pin that nobody saw being taken out, `by` is who had put it there. */
type Touch = Place & { kind: MarkKind; via: Via; by: string }

/** A message becomes part of the record of the incident in whose channel it stands. The bot's own messages are none. */
export async function mark(world: World, { by, kind, via, ...place }: Touch): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const channel = await incidentChannelById(tx, place.channelId)
    // What people of another company put there is found by the repair as well.
    if (await isOutsider(tx, by)) return unchanged(undefined)
    if (!channel || (await slotOfMessage(tx, place.channelId, place.ts))) return unchanged(undefined)
    const { incidentId } = channel
    if (!(await placeMessage(tx, incidentId, place))) return unchanged(undefined)
    if (!(await addSource(tx, { incidentId, ...place, kind, via, by }, now))) return unchanged(undefined)
    const data = { channel: place.channelId, ts: place.ts, kind, via, by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.marked', data }], result: undefined }
  })
}

/** The mark goes with its last source; what the message said is forgotten then. Anybody may take a pin out. */
export async function unmark(world: World, { by, kind, via, ...place }: Touch): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const channel = await incidentChannelById(tx, place.channelId)
    if (!channel) return unchanged(undefined)
    const { incidentId } = channel
    const whose = via === 'pin' ? {} : { by }
    if (!(await endSource(tx, { incidentId, ...place, kind, via, ...whose }, now))) return unchanged(undefined)
    if ((await sourcesOf(tx, incidentId, place)).length === 0) await forgetUnkept(tx, incidentId, place)
    const data = { channel: place.channelId, ts: place.ts, kind, via, by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.unmarked', data }], result: undefined }
  })
}
