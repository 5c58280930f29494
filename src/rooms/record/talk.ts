import { z } from 'zod'
import { readTelling, type TellOdd } from '../../kit/lenient.ts'
import { byApp, isTalk, isTombstone, readingOf, said } from './reading.ts'
import type { Place, Reading } from './record.ts'

const event = said.extend({
  channel: z.string(),
  message: said.optional(),
  previous_message: z.looseObject({ ts: z.string() }).optional(),
  deleted_ts: z.string().optional(),
})

/** What happened to a message of a conversation. `by` is the person who wrote it; null for an app. */
export type Heard = Place &
  (
    | { is: 'said'; by: string | null; reading: Reading }
    /** `reading.editedTs` orders the edits; null where only a preview has come to it, which is no edit. */
    | { is: 'edited'; by: string | null; reading: Reading }
    | { is: 'deleted' }
  )

/** Reads a `message` event; undefined for what Slack says, in whatever shape (there are dozens). `tell` hears what is odd in it. */
export function heardOf(payload: unknown, tell: TellOdd = () => {}): Heard | undefined {
  const read = readTelling(event, payload, tell)
  if (!read) return undefined
  const { channel: channelId, message, previous_message, deleted_ts, ...whole } = read
  if (whole.subtype === 'message_deleted') {
    const ts = deleted_ts ?? previous_message?.ts
    return ts ? { is: 'deleted', channelId, ts } : undefined
  }
  if (whole.subtype === 'message_changed') {
    if (!message) return undefined
    if (isTombstone(message)) return { is: 'deleted', channelId, ts: message.ts }
    if (!isTalk(message)) return undefined
    // A preview of a link changes the message under a key of its own, later than that of an edit in the same second: `edited.ts`
    // has whole seconds. Taken for an edit's, it would keep that edit out.
    return { is: 'edited', channelId, ts: message.ts, by: authorOf(message), reading: readingOf(message) }
  }
  if (!isTalk(whole)) return undefined
  return { is: 'said', channelId, ts: whole.ts, by: authorOf(whole), reading: readingOf(whole) }
}

const authorOf = (message: Parameters<typeof byApp>[0] & { user?: string | undefined }): string | null =>
  byApp(message) ? null : (message.user ?? null)

/** What happened to a message that a person wrote. */
export type Talk = Place &
  (
    | { is: 'said'; threadTs: string | null; by: string; text: string }
    | { is: 'edited'; by: string | null; text: string; editedTs: string | null }
    | { is: 'deleted' }
  )

/** Reads a `message` event as people's words; undefined for what Slack or an app says. */
export function talkOf(payload: unknown): Talk | undefined {
  const heard = heardOf(payload)
  if (!heard || heard.is === 'deleted') return heard
  const { channelId, ts, by, reading } = heard
  if (heard.is === 'edited') {
    return { is: 'edited', channelId, ts, by, text: reading.words, editedTs: heard.reading.editedTs }
  }
  return by ? { is: 'said', channelId, ts, threadTs: reading.threadTs, by, text: reading.words } : undefined
}
