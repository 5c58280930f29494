import { z } from 'zod'
import type { Database } from '../../../kit/db/index.ts'
import { readLeniently } from '../../../kit/lenient.ts'
import type { LinkedThreads } from '../../assembly/index.ts'
import type { Ear } from '../../channel/index.ts'
import type { Concern } from '../../inbox/index.ts'
import { heardOf } from '../talk.ts'
import { recordsOf } from './store.ts'

/** What people say and do in every channel all day. */
const chatter: ReadonlySet<string> = new Set([
  'message',
  'reaction_added',
  'reaction_removed',
  'pin_added',
  'pin_removed',
])

/** That a channel was converted comes as a message alone. https://docs.slack.dev/reference/events/message */
const conversions: ReadonlySet<string> = new Set(['channel_convert_to_private', 'channel_convert_to_public'])

/**
 * What people say concerns us in the channels of incidents and in threads that were linked to one; and what they
 * write to us directly; elsewhere only that a message of a record was edited or deleted. All the rest, a mention above all, always does.
 */
export function concernsOf(db: Database, ear: Ear, linked: Pick<LinkedThreads, 'has'>): Concern {
  return async ({ kind, channelId, body }) => {
    if (!chatter.has(kind)) return true
    if (!channelId) return false
    if (await ear.isOurs(channelId)) return true
    if (kind !== 'message') return false
    const data = readLeniently(shape, body.event)?.value
    if (data?.subtype === 'message_changed' || data?.subtype === 'message_deleted') {
      const heard = heardOf(body.event)
      return heard !== undefined && (await recordsOf(db.read, heard)).length > 0
    }
    // Another channel became private or public: what may be told in it depends on that.
    if (conversions.has(data?.subtype ?? '')) return true
    // What apps write there, we among them, is no request.
    if (data?.channel_type === 'im') return data.subtype === undefined && !data.bot_id
    return data?.thread_ts !== undefined && linked.has(channelId, data.thread_ts)
  }
}

const shape = z.looseObject({
  subtype: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
  bot_id: z.string().nullish(),
})
