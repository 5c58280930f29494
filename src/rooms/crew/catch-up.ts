import { later } from '../../kit/clock.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { knows } from '../assembly/index.ts'
import { noteLook } from '../assistant/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { keepTold } from '../commands/index.ts'
import { localeOfPerson } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { isOpen } from '../incident/index.ts'
import { messageOf } from '../projection/index.ts'
import { situationOf } from '../situation/index.ts'
import { cameAt, countCame } from './store.ts'
import { cameWords, catchUpMessage } from './welcome-messages.ts'

/** Slack was not reached: try again after this many milliseconds. */
const againMs = 5_000

/** From this many arrivals within a minute on it is a crowd. */
const crowd = 4
const minuteMs = 60_000

/**
 * Tells one person, alone and in their language, how the incident stands. It is a courtesy: it waits behind everything else,
 * is given up once it is stale, and nobody hears of it when Slack does not want it. That they came, and where it stands, they find on their home tab. Of a
 * crowd nobody is told, the first ones neither: the button on the card is there for each.
 */
export async function catchUp(
  world: World,
  slack: Slack,
  { incidentId, userId, until }: { incidentId: string; userId: string; until: string },
): Promise<void> {
  if (world.clock.now() > new Date(until)) return
  const { read } = world.db
  const came = await cameAt(read, { incidentId, userId })
  const situation = await situationOf(read, incidentId)
  const channel = situation?.channel.channelId
  if (!situation || !channel || situation.channel.archivedAt || !isOpen(situation.incident)) return
  // People who joined a channel before it was made private get nothing more about it from the bot.
  if (!knows(situation, userId)) return
  const settings = world.settings()
  const voice = { settings, locale: await localeOfPerson(read, userId, settings.language) }
  const lane = { lane: 'cosmetic' } as const
  const card = await messageOf(read, incidentSubject(incidentId), 'card')
  const linked = card
    ? await slack.call('chat.getPermalink', { channel: card.channelId, message_ts: card.ts }, lane)
    : undefined
  const link = linked?.is === 'done' ? linked.value.permalink : undefined
  const isCrowd = came && (await countCame(read, incidentId, later(came, -minuteMs), later(came, minuteMs))) >= crowd
  // A crowd finds the button on the card; forty messages at once help nobody.
  if (isCrowd) return keepTold(world, userId, cameWords(channel, link, voice), incidentId)
  const content = catchUpMessage(situation, link, voice)
  const told = await slack.call('chat.postEphemeral', { channel, user: userId, ...content }, lane)
  if (told.is === 'limited') throw new RetryAfter(Math.max(told.retryAfterMs, 1_000))
  if (told.is === 'unreached') throw new RetryAfter(againMs)
  // One that may have landed cannot be looked for, and twice is worse than not at all.
  if (told.is === 'done') {
    await keepTold(world, userId, cameWords(channel, link, voice), incidentId)
    await noteLook(world, incidentId, userId)
  } else world.log.info({ incidentId, outcome: told }, 'Somebody who came late was not caught up')
}
