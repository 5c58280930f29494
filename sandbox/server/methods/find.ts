import { methodFacts } from '../../coverage/index.ts'
import { refuse } from '../refusal.ts'
import type { StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Call } from './call.ts'

const timestamp = /^\d{1,12}\.\d{1,6}$/

/** Refuses with the first of these errors that Slack documents of the method. */
function refuseWithOneOf(call: Call, ...errors: string[]): never {
  const documented = methodFacts.get(call.method)?.errors ?? []
  refuse(errors.find((error) => documented.includes(error)) ?? 'channel_not_found')
}

/** The channel of a call, as far as the caller may see it. */
export function channelOf(call: Call, name = 'channel'): StoredChannel {
  return call.workspace.visibleChannel(call.args.text(name), call.actor.id)
}

/** The channel, where the caller is a member of it. */
export function ownChannel(call: Call, name = 'channel'): StoredChannel {
  const channel = channelOf(call, name)
  if (!channel.members.has(call.actor.id)) refuseWithOneOf(call, 'not_in_channel', 'access_denied')
  return channel
}

/** Likewise, and not archived where Slack documents so. */
export function liveChannel(call: Call, name = 'channel'): StoredChannel {
  const channel = channelOf(call, name)
  const documented = methodFacts.get(call.method)?.errors ?? []
  if (channel.is_archived && documented.includes('is_archived')) refuse('is_archived')
  return ownChannel(call, name)
}

/** The message of a call that names it by channel and ts. */
export function messageOf(call: Call, channel: StoredChannel, name: string): StoredMessage {
  const ts = call.args.text(name)
  const documented = methodFacts.get(call.method)?.errors ?? []
  if (!timestamp.test(ts) && documented.includes('bad_timestamp')) refuse('bad_timestamp')
  const message = channel.messages.get(ts)
  if (!message) refuse('message_not_found')
  return message
}

/** Refuses what has no meaning in a direct message. */
export function noDirect(channel: StoredChannel): void {
  if (channel.is_im || channel.is_mpim) refuse('method_not_supported_for_channel_type')
}
