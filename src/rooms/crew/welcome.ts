import { later } from '../../kit/clock.ts'
import { readTogether } from '../../kit/db/index.ts'
import { setTimer, type TimerHandler } from '../../kit/timers/index.ts'
import { assembledPerson } from '../assembly/index.ts'
import { incidentChannelById } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { incidentById, isOpen } from '../incident/index.ts'
import { catchUpJob, catchUpTimer } from './jobs.ts'
import { noteCatchUp } from './store.ts'

/** Whoever comes sooner after the declaration has missed nothing: the card is all there is. */
const lateFromMs = 5 * 60_000
/** Later than this it is no help any more. */
const freshMs = 5 * 60_000
/** Nobody is told at once: people who are invited together come within seconds, and of a crowd nobody is told. In milliseconds. */
const waitMs = 10_000

const subjectOf = (incidentId: string, userId: string): string => `came:${incidentId}:${userId}`

/** Somebody has come into a channel: into an incident's they are told, alone and once, how it stands. Not the first ones called, nor who came with them. */
export async function welcome(
  world: World,
  channelId: string,
  userId: string,
  inviter: string | undefined,
): Promise<void> {
  const read = readTogether(world.db.read)
  const [channel, known] = await Promise.all([
    incidentChannelById(read, channelId),
    peopleByAnyName(read, [userId, ...(inviter ? [inviter] : [])]),
  ])
  if (!channel || channel.archivedAt) return
  if (known.find((each) => each.id === userId)?.isBot) return
  const now = world.clock.now()
  // Whom the bot brings in at the declaration is no latecomer, however many they are: the card is all there is.
  const isCalled = inviter !== undefined && known.some((each) => each.id === inviter && each.isBot)
  const [called, incident] = await Promise.all([
    isCalled ? assembledPerson(read, channel.incidentId, userId) : [],
    incidentById(read, channel.incidentId),
  ])
  if (called.some(({ reason }) => reason === 'declared')) return
  // Who declared opened the channel's story, and whoever comes after the end reads the card.
  if (!incident || !isOpen(incident) || incident.declaredBy === userId) return
  if (now < later(incident.declaredAt, lateFromMs)) return
  const who = { incidentId: incident.id, userId }
  await world.db.transaction(async (tx) => {
    if (!(await noteCatchUp(tx, who, now))) return
    const subject = subjectOf(who.incidentId, who.userId)
    await setTimer(tx, { subject, kind: catchUpTimer, dueAt: later(now, waitMs) })
  })
}

/** By now a crowd would have come. */
export const catchUpInTime =
  (world: World): TimerHandler =>
  async (tx, { subject, dueAt }) => {
    const [, incidentId, userId] = subject.split(':')
    if (!incidentId || !userId) return
    await world.jobs.enqueue(tx, catchUpJob, { incidentId, userId, until: later(dueAt, freshMs).toISOString() })
  }
