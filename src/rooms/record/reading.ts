import { z } from 'zod'
import { visibleFiles, visibleWords } from '../../kit/slack/visible/index.ts'
import type { Reading } from './record.ts'

/** A text that may be missing: a message is a message, whatever its trimmings are. */
const perhaps = z.string().optional()

const file = z.looseObject({ name: perhaps, title: perhaps, permalink: perhaps, mode: perhaps })

/** A message as Slack gives it in events and in its history, to be read leniently. https://docs.slack.dev/reference/events/message */
export const said = z.looseObject({
  ts: z.string(),
  thread_ts: perhaps,
  user: perhaps,
  bot_id: perhaps,
  text: perhaps,
  subtype: perhaps,
  edited: z.looseObject({ ts: z.string() }).optional(),
  // What people see in them is read by `visibleWords` and `visibleFiles`; here what is odd in them is named.
  files: z.array(file).optional(),
  attachments: z.array(z.looseObject({ text: perhaps, fallback: perhaps })).optional(),
  reply_count: z.number().optional(),
  latest_reply: perhaps,
  metadata: z.looseObject({ event_type: z.string() }).optional(),
})
export type Said = z.infer<typeof said>

/** Slack's lines about people ("joined", "pinned a message") have subtypes of their own; these are still somebody's words. */
const words = new Set<string | undefined>([undefined, 'thread_broadcast', 'file_share', 'me_message', 'bot_message'])

/** Whether the bot said it. */
export const isOurs = ({ metadata }: Pick<Said, 'metadata'>): boolean => metadata?.event_type === 'sssbot_slot'

/** Whether an app said it, ours or another. */
export const byApp = ({ bot_id, subtype }: Said): boolean => bot_id !== undefined || subtype === 'bot_message'

/** What Slack leaves of a deleted message that has a thread. */
export const isTombstone = ({ subtype }: Pick<Said, 'subtype'>): boolean => subtype === 'tombstone'

/** Whether somebody said it: a person or another app, not Slack and not the bot. */
export const isTalk = (message: Said): boolean => words.has(message.subtype) && !isOurs(message)

/** Slack takes this much in one message, in characters. https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
const longest = 40_000

/** What Slack's message gives to the record. */
export const readingOf = (message: Said, permalink: string | null = null): Reading => ({
  // Slack gives the first message of a thread its own key once somebody answers: it stands in no thread.
  threadTs: message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null,
  author: message.user ?? message.bot_id ?? null,
  words: visibleWords(message).slice(0, longest),
  permalink,
  editedTs: message.edited?.ts ?? null,
  files: visibleFiles(message),
})
