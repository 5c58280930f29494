import { randomUUID } from 'node:crypto'
import { refuse } from '../refusal.ts'
import { permalink } from '../workspace/messages.ts'
import type { Call, Methods } from './call.ts'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Messages that hold all the words, as far as whoever searches may read them, the newest first. Modifiers (`in:`, `from:`) are words as
 * any other here. Source: docs.slack.dev/reference/methods/search.messages
 */
function messages(call: Call) {
  const { workspace, args, actor } = call
  const query = args.text('query')
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) refuse('no_query')
  const channels = [...workspace.channels.kept.values()].filter(
    (channel) => channel.members.has(actor.id) || !(channel.is_private || channel.is_im || channel.is_mpim),
  )
  const found = channels
    .flatMap((channel) => [...channel.messages.values()].map((message) => ({ channel, message })))
    .filter(({ message: { text } }) => words.every((word) => folded(text).includes(word)))
    .sort((a, b) => (a.message.ts < b.message.ts ? 1 : -1))
  const [count, page] = [args.count('count', 20, 100), args.count('page', 1, 100)]
  const matches = found.slice((page - 1) * count, page * count).map(({ channel, message }) => ({
    iid: randomUUID(),
    team: workspace.team.id,
    channel: {
      id: channel.id,
      name: channel.name,
      is_private: channel.is_private,
      is_mpim: false,
      is_shared: channel.shared !== undefined,
      is_ext_shared: channel.shared === 'ext',
      is_org_shared: channel.shared === 'org',
      is_pending_ext_shared: channel.shared === 'pending',
      pending_shared: [],
    },
    type: 'message',
    user: message.user ?? '',
    username: workspace.user(message.user ?? '')?.name ?? '',
    ts: message.ts,
    text: message.text,
    permalink: permalink(workspace, channel, message),
  }))
  const pages = Math.max(Math.ceil(found.length / count), 1)
  return {
    query,
    messages: {
      matches,
      total: found.length,
      paging: { count, total: found.length, page, pages },
      pagination: {
        total_count: found.length,
        page,
        per_page: count,
        page_count: pages,
        first: matches.length > 0 ? (page - 1) * count + 1 : 0,
        last: (page - 1) * count + matches.length,
      },
    },
  }
}

export const searches: Methods = { 'search.messages': messages }
