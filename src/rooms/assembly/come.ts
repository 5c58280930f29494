import { readTogether } from '../../kit/db/index.ts'
import { gonePeople, knowersOf, markGone } from '../access/index.ts'
import { incidentChannelById, incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { broughtReason, cameReason } from './assembly.ts'
import { addPeople, assembledPerson, removeCame } from './store.ts'

/**
 * Somebody came into the channel of an incident whom nobody had called: `inviter` invited them in Slack, or they joined. They read
 * all that stands there, so from now on they may know. Only while a private incident's channel is open to all still, who joins by
 * themselves may not: nobody has added them. Nothing happens in other channels, and for those who were called.
 */
export async function followArrival(
  world: World,
  channelId: string,
  userId: string,
  inviter: string | null,
): Promise<void> {
  const reader = readTogether(world.db.read)
  const [channel, known] = await Promise.all([
    incidentChannelById(reader, channelId),
    peopleByAnyName(reader, [userId, ...(inviter ? [inviter] : [])]),
  ])
  const isBot = (id: string) => known.some((each) => each.id === id && each.isBot)
  if (!channel || isBot(userId)) return
  const { incidentId } = channel
  // Into a private channel nobody comes by themselves, even where Slack does not say who brought them.
  const isBrought = inviter ? !isBot(inviter) : channel.isPrivate
  const isHere = async (from: typeof reader) => {
    const together = readTogether(from)
    const [called, gone] = await Promise.all([
      assembledPerson(together, incidentId, userId),
      gonePeople(together, incidentId),
    ])
    return called.some(({ skipped }) => !skipped) && !gone.some((each) => each.userId === userId)
  }
  // A look is cheaper than a transaction.
  if (await isHere(world.db.read)) return
  await commit(world, person(userId), async (tx, now) => {
    const { visibility } = await hold(tx, incidentId)
    if ((await isHere(tx)) || (visibility === 'private' && !isBrought)) return unchanged(undefined)
    const reason = isBrought ? broughtReason : cameReason
    await addPeople(tx, incidentId, [{ userId, reason, skipped: null }], now)
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'assembly.came', data: { user: userId } }], result: undefined }
  })
}

/**
 * The same of somebody who pressed something in the channel, of whose coming nobody has heard. From whom the right was taken by hand
 * may still be in there, where Slack did not let the bot take them out: they are brought back by people only.
 */
export async function followPress(world: World, channelId: string, userId: string): Promise<void> {
  const channel = await incidentChannelById(world.db.read, channelId)
  const gone = channel ? await gonePeople(world.db.read, channel.incidentId) : []
  if (gone.some((each) => each.userId === userId && each.takenBy)) throw new Refusal('incident-unknown')
  await followArrival(world, channelId, userId, null)
}

/**
 * Whoever goes, or is taken out, may not know of a private incident any longer, whatever had brought them in: somebody who is there
 * brings them back. The last who knows of it keeps the right, or nobody could end it. A public one they can join again.
 */
export async function followDeparture(world: World, channelId: string, userId: string): Promise<void> {
  const channel = await incidentChannelById(world.db.read, channelId)
  if (!channel) return
  const { incidentId } = channel
  await commit(world, person(userId), async (tx, now) => {
    const isPrivate = (await hold(tx, incidentId)).visibility === 'private'
    const knowers = await knowersOf(tx, incidentId)
    const isKnower = knowers.some((each) => each.userId === userId)
    if (!isKnower || (isPrivate && knowers.length === 1)) return unchanged(undefined)
    await removeCame(tx, incidentId, userId)
    await markGone(tx, incidentId, { userId, takenBy: null, isBarred: isPrivate }, now)
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'assembly.went', data: { user: userId } }], result: undefined }
  })
}
