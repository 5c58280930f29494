import { z } from 'zod'

const said = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  edited: z.looseObject({ ts: z.string() }).optional(),
})
const event = said.extend({
  channel: z.string(),
  message: said.optional(),
  previous_message: z.looseObject({ ts: z.string() }).optional(),
  deleted_ts: z.string().optional(),
})

/** What happened to a message that a person wrote. */
export type Talk = { channelId: string; ts: string } & (
  | { is: 'said'; threadTs: string | null; by: string; text: string }
  /** `editedTs` orders the edits. `by` is who wrote the message. */
  | { is: 'edited'; by: string | null; text: string; editedTs: string }
  | { is: 'deleted' }
)

/** Slack's lines about people ("joined", "pinned a message") have subtypes of their own; these are still people's words. */
const people = new Set<string | undefined>([undefined, 'thread_broadcast', 'file_share', 'me_message'])

/** Reads a `message` event; undefined for what Slack or an app says, in whatever shape (there are dozens). */
export function talkOf(payload: unknown): Talk | undefined {
  const read = event.safeParse(payload)
  if (!read.success) return undefined
  const { channel: channelId, message, ...whole } = read.data
  if (whole.subtype === 'message_deleted') {
    const ts = whole.deleted_ts ?? whole.previous_message?.ts
    return ts ? { is: 'deleted', channelId, ts } : undefined
  }
  if (whole.subtype === 'message_changed') {
    if (!message) return undefined
    // What Slack leaves of a deleted message that has a thread.
    if (message.subtype === 'tombstone') return { is: 'deleted', channelId, ts: message.ts }
    const editedTs = message.edited?.ts ?? whole.ts
    return { is: 'edited', channelId, ts: message.ts, by: message.user ?? null, text: message.text, editedTs }
  }
  const { ts, thread_ts, user, bot_id, text, subtype } = whole
  if (!user || bot_id || !people.has(subtype)) return undefined
  return { is: 'said', channelId, ts, threadTs: thread_ts ?? null, by: user, text }
}
