import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Answer, Failure, Slack } from '../../kit/slack/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { bot, commit, type NewFact, unchanged, type World } from '../facts/index.ts'
import type { Place } from './record.ts'
import { eraseMessage, messageAt, type Reading, sourcesOf, writeReading } from './store.ts'

type Message = Answer<'conversations.replies'>['messages'][number]

/** After a call that Slack did not answer, or that lacks a right that an admin may give, in milliseconds. */
const soonMs = 5_000
const laterMs = 5 * 60_000

/** Slack's words for a message that is no longer there. */
const gone: ReadonlySet<string> = new Set(['thread_not_found', 'message_not_found'])

/** Goes on with the job later where Slack may answer yet. */
export function tryLater(failure: Failure): void {
  if (failure.is === 'limited') throw new RetryAfter(failure.retryAfterMs)
  if (failure.is !== 'refused') throw new RetryAfter(soonMs)
  if (failure.error === 'missing_scope' || failure.error === 'invalid_auth') throw new RetryAfter(laterMs)
}

/** Whether the bot said it. */
export const isOurs = ({ metadata }: Message): boolean => metadata?.event_type === 'sssbot_slot'

/** What Slack's message gives to the record. */
export const readingOf = (message: Message, permalink: string | null): Reading => ({
  threadTs: message.thread_ts ?? null,
  author: message.user ?? message.bot_id ?? null,
  words: message.text ?? '',
  permalink,
  editedTs: message.edited?.ts ?? null,
})

/**
 * Reads one marked message, by replies, because history leaves those out. A message that is gone, or that the bot itself
 * wrote, loses its marks; what the bot may not read stays without words.
 */
export async function readMarked(
  world: World,
  slack: Slack,
  { incidentId, ...place }: Place & { incidentId: string },
): Promise<void> {
  const { channelId, ts } = place
  const known = await messageAt(world.db.read, incidentId, place)
  if (!known || known.readAt || known.deletedAt) return
  if ((await sourcesOf(world.db.read, incidentId, place)).length === 0) return
  const range = { oldest: ts, latest: ts, inclusive: true, limit: 10, include_all_metadata: true }
  const read = await slack.call('conversations.replies', { channel: channelId, ts, ...range }, { lane: 'checkpoint' })
  if (read.is !== 'done' && !(read.is === 'refused' && gone.has(read.error))) {
    tryLater(read)
    world.log.warn({ incidentId, channelId, error: read.is }, 'A marked message cannot be read')
    return
  }
  const message = read.is === 'done' ? read.value.messages.find((each) => each.ts === ts) : undefined
  if (!message || isOurs(message)) return drop(world, place)
  const link = await slack.call('chat.getPermalink', { channel: channelId, message_ts: ts }, { lane: 'checkpoint' })
  if (link.is !== 'done') tryLater(link)
  const reading = readingOf(message, link.is === 'done' ? link.value.permalink : null)
  await commit(world, bot, async (tx, now) => {
    if (!(await writeReading(tx, incidentId, place, reading, now))) return unchanged(undefined)
    const data = { channel: channelId, ts, author: reading.author }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.read', data }], result: undefined }
  })
}

async function drop(world: World, place: Place): Promise<void> {
  await commit(world, bot, async (tx, now) => {
    const [first, ...rest] = (await eraseMessage(tx, place, now)).map(
      (incidentId): NewFact => ({
        subject: incidentSubject(incidentId),
        type: 'record.forgotten',
        data: { channel: place.channelId, ts: place.ts },
      }),
    )
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}
