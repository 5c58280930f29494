import { createHash } from 'node:crypto'
import type { Json } from './json.ts'
import { richTextOf } from './rich-text.ts'
import type { StoredChannel, StoredMessage } from './types.ts'

/**
 * What Slack's answers and events say of a message besides what its author gave. Sources: the samples of
 * slackapi/java-slack-sdk (json-logs/samples), recorded events.
 */
export function addedBySlack(channel: StoredChannel, message: StoredMessage): Json {
  return { ...worded(message), ...filed(message), ...threadFields(channel, message) }
}

function filed({ files, bot_id }: StoredMessage): Json {
  return files ? { upload: false, display_as_bot: bot_id !== undefined } : {}
}

function threadFields(channel: StoredChannel, { ts, subtype }: StoredMessage): Json {
  const replies = channel.threads.get(ts) ?? []
  const people = [...new Set(replies.map((reply) => reply.user ?? reply.bot_id ?? ''))]
  if (replies.length === 0 && subtype !== 'tombstone') return {}
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: people.length,
    reply_users: people.slice(0, 5),
    latest_reply: replies.at(-1)?.ts ?? '0000000000.000000',
    is_locked: false,
    subscribed: false,
  }
}

/** Slack's own lines are none of somebody's words. */
const words: ReadonlySet<string | undefined> = new Set([undefined, 'thread_broadcast', 'bot_message', 'me_message'])

/** What Slack adds to somebody's words: the client's id of a person's message, and the text as blocks where it has none. */
function worded({ ts, subtype, user, bot_id, text, blocks }: StoredMessage): Json {
  if (!words.has(subtype)) return {}
  const id = createHash('sha256').update(`${ts} ${user} ${text}`).digest('hex')
  const elements = blocks || text === '' ? [] : richTextOf(text)
  return {
    ...(user !== undefined && bot_id === undefined ? { client_msg_id: clientId(ts, user) } : {}),
    ...(elements.length > 0 ? { blocks: [{ type: 'rich_text', block_id: id.slice(0, 5), elements }] } : {}),
  }
}

/** A UUID that stays with a message. */
function clientId(ts: string, user: string): string {
  const hex = createHash('sha256').update(`${user} ${ts}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
