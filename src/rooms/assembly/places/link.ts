import { z } from 'zod'
import type { Tx } from '../../../kit/db/index.ts'
import { channelId, wordsOrNone } from '../../../kit/wire.ts'
import { channelOf, incidentChannelById, incidentSubject } from '../../channel/index.ts'
import { channelsByAnyName, isForOutsiders } from '../../directory/index.ts'
import { Refusal } from '../../facts/index.ts'
import { isOpen, ofIncident, personOf, proven, verb } from '../../incident/index.ts'
import { type Place, placeOfName, threadOfLink } from './place.ts'
import { addLink, assembledChannels, silence } from './store.ts'

/** Another incident's channel hears of its own incident alone: whoever may know of that one need not know of this one. */
const refuseIncidents = async (tx: Tx, incidentId: string, channelId: string, field: string): Promise<void> => {
  const taken = await incidentChannelById(tx, channelId)
  if (taken && taken.incidentId !== incidentId) throw new Refusal('link-incident', {}, field)
}

/**
 * A channel, or a thread in one, hears of the incident from now on, because a person says so. A thread is given as a link to a message
 * of it. Whoever links it must be in it. Answers
 * whether people of other companies read there.
 */
export const linkChannel = verb({
  name: 'link-channel',
  input: z.strictObject({
    channel: proven(channelId, (id, field, { tx, incident }) =>
      refuseIncidents(tx, incident.id, String(id), field),
    ).nullish(),
    thread: wordsOrNone(500),
  }),
  right: 'respond',
  /** Nobody tells of a place, or in it, which they could not read themselves: asked before anything of it is looked at. */
  async ask({ membership }, caller, input) {
    const field = input.thread ? 'thread' : 'channel'
    const is = await membership(placeMeant(input).channelId, personOf(caller))
    if (is !== 'in') throw new Refusal(is === 'out' ? 'link-outsider' : 'link-unasked', {}, field)
  },
  async change({ tx, now, caller, incident }, input) {
    const place = placeMeant(input)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    // Whoever must know of a private incident is called into it: a linked channel would tell all who ever join it.
    if (incident.visibility === 'private') throw new Refusal('link-private', {}, 'channel')
    if ((await channelOf(tx, incident.id))?.channelId === place.channelId) throw new Refusal('link-own', {}, 'channel')
    await refuseIncidents(tx, incident.id, place.channelId, 'thread')
    const [known] = await channelsByAnyName(tx, [place.channelId])
    if (known?.isArchived) throw new Refusal('link-archived', {}, 'channel')
    const there = (await assembledChannels(tx, incident.id)).find((each) => isSame(each, place))
    if (there && !there.silentSince) throw new Refusal('link-already', {}, place.threadTs ? 'thread' : 'channel')
    await addLink(tx, incident.id, { ...place, by: personOf(caller), since: now })
    const data = { channel: place.channelId, threadTs: place.threadTs, isPrivate: known?.isPrivate ?? true }
    const result = { isForOutsiders: known !== undefined && isForOutsiders(known) }
    return { facts: [{ subject: incidentSubject(incident.id), type: 'assembly.linked', data }], result }
  },
})

/** Stops the news to a linked place. Messages that stand there are still kept up to date. A thread is `<channel>:<ts>` here. */
export const unlinkChannel = verb({
  name: 'unlink-channel',
  input: z.strictObject({
    channel: ofIncident(z.string().max(100), 'link-unknown', async ({ tx, incident }, name) => {
      const place = placeOfName(String(name))
      return place !== undefined && (await assembledChannels(tx, incident.id)).some((each) => isSame(each, place))
    }),
  }),
  right: 'take-part',
  async change({ tx, now, incident }, { channel }) {
    const place = placeOfName(channel)
    const there = place && (await assembledChannels(tx, incident.id)).find((each) => isSame(each, place))
    if (!place || !there?.linkedBy || there.silentSince) throw new Refusal('link-unknown', {}, 'channel')
    await silence(tx, incident.id, place, 'unlinked', now)
    const data = { channel: place.channelId, threadTs: place.threadTs, why: 'unlinked' as const }
    return { facts: [{ subject: incidentSubject(incident.id), type: 'assembly.unlinked', data }], result: undefined }
  },
})

const isSame = (one: { channelId: string; threadTs?: string }, other: Place): boolean =>
  one.channelId === other.channelId && (one.threadTs ?? null) === other.threadTs

/** A link to a thread says which channel, too. */
function placeMeant({ channel, thread }: { channel?: string | null | undefined; thread: string | null }): Place {
  if (thread) {
    const place = threadOfLink(thread)
    if (!place) throw new Refusal('link-unreadable', {}, 'thread')
    return place
  }
  if (!channel) throw new Refusal('link-nothing', {}, 'channel')
  return { channelId: channel, threadTs: null }
}
