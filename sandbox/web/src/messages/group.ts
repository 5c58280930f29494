import type { Message } from '../../../protocol.ts'
import { dayKey } from '../text/dates.ts'

/** One row of a message list, in the order shown. */
export type Row =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'new'; key: string }
  /** What the workspace itself reports; several people whom one person let in make one line. */
  | { kind: 'system'; key: string; messages: [Message, ...Message[]] }
  | { kind: 'message'; key: string; message: Message; continued: boolean; thread: ThreadSummary | undefined }

/** What stands under the parent of a thread. */
export type ThreadSummary = { replies: number; people: string[]; last: string }

const CONTINUED_WITHIN_S = 300

/** What a person sees in the channel itself: no replies (unless sent to the channel too), nobody else's ephemerals. */
export function visibleInChannel(messages: readonly Message[], person: string | undefined): Message[] {
  return messages.filter((message) => !isReply(message) && isVisibleTo(message, person))
}

/** A thread: its parent, if it still stands, and its replies. */
export function threadOf(messages: readonly Message[], parent: string, person: string | undefined): Message[] {
  return messages.filter(
    (message) => (message.ts === parent || message.thread_ts === parent) && isVisibleTo(message, person),
  )
}

/** Whether a message stands only in its thread. */
export function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts && message.subtype !== 'thread_broadcast'
}

/** Each thread of a channel by its parent's ts. */
export function summarizeThreads(messages: readonly Message[]): ReadonlyMap<string, ThreadSummary> {
  const threads = new Map<string, ThreadSummary>()
  for (const message of messages) {
    if (!message.thread_ts || message.thread_ts === message.ts || message.ephemeral_to) continue
    const thread = threads.get(message.thread_ts) ?? { replies: 0, people: [], last: message.ts }
    thread.replies++
    thread.last = message.ts
    if (message.user && !thread.people.includes(message.user)) thread.people.push(message.user)
    threads.set(message.thread_ts, thread)
  }
  return threads
}

/**
 * Rows for messages in order: a heading where the day changes, a line before the first new one (`readUpTo`: absent for none),
 * and no second face where the same author goes on within five minutes.
 */
export function toRows(
  messages: readonly Message[],
  threads: ReadonlyMap<string, ThreadSummary>,
  timeZone: string,
  readUpTo: string | undefined,
  person: string | undefined,
): Row[] {
  const rows: Row[] = []
  let before: Message | undefined
  let day = ''
  let lineDrawn = readUpTo === undefined
  for (const message of messages) {
    const at = new Date(Number.parseFloat(message.ts) * 1000)
    const today = dayKey(at, timeZone)
    const newDay = today !== day
    if (newDay) rows.push({ kind: 'day', key: `day ${today}`, at })
    day = today
    const isNew = !lineDrawn && readUpTo !== undefined && message.ts > readUpTo && message.user !== person
    if (isNew) rows.push({ kind: 'new', key: 'new' })
    lineDrawn ||= isNew
    const previous = newDay || isNew ? undefined : before
    const last = rows.at(-1)
    if (!isSystem(message)) {
      const continued = previous !== undefined && continues(previous, message)
      rows.push({ kind: 'message', key: message.ts, message, continued, thread: threads.get(message.ts) })
    } else if (last?.kind === 'system' && joinsWith(last.messages[0], message)) last.messages.push(message)
    else rows.push({ kind: 'system', key: message.ts, messages: [message] })
    before = message
  }
  return rows
}

function continues(before: Message, message: Message): boolean {
  return (
    before.user === message.user &&
    before.bot_id === message.bot_id &&
    !isSystem(before) &&
    !isSystem(message) &&
    before.ephemeral_to === message.ephemeral_to &&
    Number.parseFloat(message.ts) - Number.parseFloat(before.ts) < CONTINUED_WITHIN_S
  )
}

function joinsWith(first: Message, message: Message): boolean {
  return [first, message].every((each) => systemKind(each) === 'channel_join') && first.inviter === message.inviter
}

/** What the workspace reports, by its name in public channels: private ones say `group_` where those say `channel_`. */
export function systemKind(message: Message): string {
  return (message.subtype ?? '').replace(/^group_/, 'channel_')
}

// What is left of a deleted message keeps its place, and the thread under it.
const SPOKEN = new Set(['bot_message', 'thread_broadcast', 'file_share', 'me_message', 'tombstone'])

/** Whether the workspace itself reports something (joined, archived, set the topic…), rather than somebody speaking. */
export function isSystem(message: Message): boolean {
  return message.subtype !== undefined && !SPOKEN.has(message.subtype)
}

function isVisibleTo(message: Message, person: string | undefined): boolean {
  return message.ephemeral_to === undefined || message.ephemeral_to === person
}
