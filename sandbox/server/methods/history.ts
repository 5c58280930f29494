import { refuse } from '../refusal.ts'
import { wireMessage } from '../workspace/messages.ts'
import type { StoredMessage } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'
import { channelOf, ownChannel } from './find.ts'
import { decodeCursor, encodeCursor, pageLimit } from './paging.ts'

/** A ts argument as microseconds; Slack takes whole seconds, too. */
function micros(call: Call, name: 'oldest' | 'latest'): number | undefined {
  const text = call.args.optionalText(name)
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(text)) refuse(`invalid_ts_${name}`)
  return microsOf(text)
}

function microsOf(ts: string): number {
  const [seconds, fraction = ''] = ts.split('.')
  return Number(seconds) * 1e6 + Number(fraction.padEnd(6, '0'))
}

function between(call: Call): (message: StoredMessage) => boolean {
  const oldest = micros(call, 'oldest')
  const latest = micros(call, 'latest')
  const inclusive = call.args.flag('inclusive')
  return ({ ts }) => {
    const at = microsOf(ts)
    if (oldest !== undefined && oldest > 0 && (inclusive ? at < oldest : at <= oldest)) return false
    return latest === undefined || (inclusive ? at <= latest : at < latest)
  }
}

/** The main line of the channel: replies only where they were also sent to the channel. Newest first. */
function history(call: Call) {
  const channel = ownChannel(call)
  const fits = between(call)
  const limit = pageLimit(call, 100, 999)
  const cursor = call.args.optionalText('cursor') ?? ''
  const before = cursor === '' ? Number.POSITIVE_INFINITY : Number(decodeCursor(call, cursor))
  const found: StoredMessage[] = []
  const newestFirst = [...channel.messages.values()].reverse()
  for (const message of newestFirst) {
    const reply =
      message.thread_ts !== undefined && message.thread_ts !== message.ts && message.subtype !== 'thread_broadcast'
    if (reply || microsOf(message.ts) >= before || !fits(message)) continue
    found.push(message)
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  const more = found.length > limit
  const all = call.args.flag('include_all_metadata')
  return {
    messages: shown.map((message) => wireMessage(call.workspace, channel, message, all)),
    has_more: more,
    pin_count: channel.pins.length,
    channel_actions_ts: null,
    channel_actions_count: 0,
    ...(more ? { response_metadata: { next_cursor: encodeCursor(String(microsOf(shown.at(-1)?.ts ?? '0'))) } } : {}),
  }
}

/** A message and its thread, oldest first. The parent comes with every page. */
function replies(call: Call) {
  const channel = channelOf(call)
  if (!channel.members.has(call.actor.id)) refuse('channel_not_found')
  const asked = channel.messages.get(call.args.text('ts'))
  const parent = channel.messages.get(asked?.thread_ts ?? call.args.text('ts')) ?? asked
  if (!asked || !parent) refuse('thread_not_found')
  const fits = between(call)
  const limit = pageLimit(call, 1000, 1000)
  const cursor = call.args.optionalText('cursor') ?? ''
  const after = cursor === '' ? 0 : Number(decodeCursor(call, cursor))
  const all = (channel.threads.get(parent.ts) ?? []).filter((reply) => microsOf(reply.ts) > after && fits(reply))
  const shown = all.slice(0, Math.max(limit - 1, 1))
  const more = all.length > shown.length
  const metadata = call.args.flag('include_all_metadata')
  const only = asked !== parent && !channel.threads.has(asked.ts) ? [asked] : [parent, ...shown]
  return {
    messages: only.map((message) => wireMessage(call.workspace, channel, message, metadata)),
    has_more: more,
    ...(more ? { response_metadata: { next_cursor: encodeCursor(String(microsOf(shown.at(-1)?.ts ?? '0'))) } } : {}),
  }
}

export const histories: Methods = { 'conversations.history': history, 'conversations.replies': replies }
