import { z } from 'zod'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { channelsByAnyName, isForOutsiders } from '../directory/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { type Place, placeOfName, threadOfLink } from './place.ts'
import { addLink, assembledChannels, silence } from './store.ts'

const linkInput = z.object({ channel: z.string().nullish().default(null), thread: z.string().nullish().default(null) })

/**
 * A channel, or a thread in one, hears of the incident from now on, because a person says so. Answers whether people of other
 * companies read there.
 */
export async function linkChannel(
  world: World,
  by: string,
  incidentId: string,
  input: z.input<typeof linkInput>,
): Promise<{ isForOutsiders: boolean }> {
  const place = placeMeant(linkInput.parse(input))
  return commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    // Whoever must know of a private incident is called into it: a linked channel would tell all who ever join it.
    if (incident.visibility === 'private') throw new Refusal('link-private', {}, 'channel')
    if ((await channelOf(tx, incidentId))?.channelId === place.channelId) throw new Refusal('link-own', {}, 'channel')
    const [known] = await channelsByAnyName(tx, [place.channelId])
    if (known?.isArchived) throw new Refusal('link-archived', {}, 'channel')
    const there = (await assembledChannels(tx, incidentId)).find((each) => isSame(each, place))
    if (there && !there.silentSince) throw new Refusal('link-already', {}, place.threadTs ? 'thread' : 'channel')
    await addLink(tx, incidentId, { ...place, by, since: now })
    const data = { channel: place.channelId, threadTs: place.threadTs, isPrivate: known?.isPrivate ?? true }
    const result = { isForOutsiders: known !== undefined && isForOutsiders(known) }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'assembly.linked', data }], result }
  })
}

/** A linked place hears no more news. What stands there is still kept true. */
export async function unlinkChannel(world: World, by: string, incidentId: string, name: string): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const place = placeOfName(name)
    const there = place && (await assembledChannels(tx, incidentId)).find((each) => isSame(each, place))
    if (!place || !there?.linkedBy || there.silentSince) throw new Refusal('link-unknown')
    await silence(tx, incidentId, place, 'unlinked', now)
    const data = { channel: place.channelId, threadTs: place.threadTs, why: 'unlinked' as const }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'assembly.unlinked', data }], result: undefined }
  })
}

const isSame = (one: { channelId: string; threadTs?: string }, other: Place): boolean =>
  one.channelId === other.channelId && (one.threadTs ?? null) === other.threadTs

/** A link to a thread says which channel, too. */
function placeMeant({ channel, thread }: { channel: string | null; thread: string | null }): Place {
  if (thread?.trim()) {
    const place = threadOfLink(thread)
    if (!place) throw new Refusal('link-unreadable', {}, 'thread')
    return place
  }
  if (!channel) throw new Refusal('link-nothing', {}, 'channel')
  return { channelId: channel, threadTs: null }
}
