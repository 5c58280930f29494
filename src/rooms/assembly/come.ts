import { readTogether } from '../../kit/db/index.ts'
import { incidentChannelById, incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { commit, person, unchanged, type World } from '../facts/index.ts'
import { type AssembledPerson, cameReason } from './assembly.ts'
import { addPeople, assembledPerson, removeCame } from './store.ts'

/**
 * Somebody came into the channel of an incident whom nobody had called: people invited them in Slack, or they joined. They read
 * all that stands there, so from now on they may know. Nothing happens in other channels, and for those who were called.
 */
export async function followArrival(world: World, channelId: string, userId: string): Promise<void> {
  const reader = readTogether(world.db.read)
  const [channel, [known]] = await Promise.all([
    incidentChannelById(reader, channelId),
    peopleByAnyName(reader, [userId]),
  ])
  if (!channel || known?.isBot) return
  // Most were invited by the bot itself: a look is cheaper than a transaction.
  if (isHere(await assembledPerson(world.db.read, channel.incidentId, userId))) return
  await commit(world, person(userId), async (tx, now) => {
    const { incidentId } = channel
    if (isHere(await assembledPerson(tx, incidentId, userId))) return unchanged(undefined)
    await addPeople(tx, incidentId, [{ userId, reason: cameReason, skipped: null }], now)
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'assembly.came', data: { user: userId } }], result: undefined }
  })
}

const isHere = (called: readonly AssembledPerson[]): boolean => called.some(({ skipped }) => !skipped)

/** Whoever was not called and goes need not know what comes. Who was called keeps the right, and can join again. */
export async function followDeparture(world: World, channelId: string, userId: string): Promise<void> {
  const channel = await incidentChannelById(world.db.read, channelId)
  if (!channel) return
  await commit(world, person(userId), async (tx) => {
    if (!(await removeCame(tx, channel.incidentId, userId))) return unchanged(undefined)
    const subject = incidentSubject(channel.incidentId)
    return { facts: [{ subject, type: 'assembly.went', data: { user: userId } }], result: undefined }
  })
}
