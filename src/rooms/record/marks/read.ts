import { readTelling } from '../../../kit/lenient.ts'
import type { Slack } from '../../../kit/slack/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, commit, unchanged, type World } from '../../facts/index.ts'
import { erase } from '../conversation/erase.ts'
import { tellOdd } from '../odd.ts'
import { isOurs, isTombstone, readingOf, said } from '../reading.ts'
import type { Place, Reading } from '../record.ts'
import { messageAt, writePermalink, writeReading } from '../store.ts'
import { tryLater } from '../try-later.ts'
import { sourcesOf } from './store.ts'

/** Slack's words for a message that is no longer there. */
const gone: ReadonlySet<string> = new Set(['thread_not_found', 'message_not_found'])

/**
 * Reads one marked message, by replies, because history leaves those out; of one that is kept already only its address is
 * asked for. A message that is gone, or that the bot itself wrote, loses its marks; what the bot may not read stays without
 * words.
 */
export async function readMarked(
  world: World,
  slack: Slack,
  { incidentId, ...place }: Place & { incidentId: string },
): Promise<void> {
  const known = await messageAt(world.db.read, incidentId, place)
  if (!known || known.deletedAt || (known.readAt && known.permalink)) return
  if ((await sourcesOf(world.db.read, incidentId, place)).length === 0) return
  const reading = known.readAt ? undefined : await readMessage(world, slack, place)
  if (reading === null) return
  const link = await slack.call(
    'chat.getPermalink',
    { channel: place.channelId, message_ts: place.ts },
    { lane: 'checkpoint' },
  )
  if (link.is !== 'done') tryLater(link)
  const permalink = link.is === 'done' ? link.value.permalink : null
  await commit(world, bot, async (tx, now) => {
    const written = reading
      ? await writeReading(tx, incidentId, place, { ...reading, permalink }, now)
      : await writePermalink(tx, incidentId, place, permalink)
    if (!written) return unchanged(undefined)
    const data = { channel: place.channelId, ts: place.ts, author: reading ? reading.author : known.author }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.read', data }], result: undefined }
  })
}

/** What a message says; null where it cannot be read. What is no message of anybody leaves the record. */
async function readMessage(world: World, slack: Slack, { channelId, ts }: Place): Promise<Reading | null> {
  const range = { oldest: ts, latest: ts, inclusive: true, limit: 10, include_all_metadata: true }
  const read = await slack.call('conversations.replies', { channel: channelId, ts, ...range }, { lane: 'checkpoint' })
  if (read.is !== 'done' && !(read.is === 'refused' && gone.has(read.error))) {
    tryLater(read)
    world.log.warn({ channelId, error: read.is }, 'A marked message cannot be read')
    return null
  }
  const found = read.is === 'done' ? read.value.messages.find((each) => each.ts === ts) : undefined
  const message = found && readTelling(said, found, tellOdd(world.log, { channelId, ts }))
  if (message && !isOurs(message) && !isTombstone(message)) return readingOf(message)
  await world.db.transaction((tx) => erase(world, tx, channelId, [ts]))
  return null
}
