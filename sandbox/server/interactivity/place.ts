import { type Json, objectsIn } from '../workspace/json.ts'
import { channelType, wireMessage } from '../workspace/messages.ts'
import type { StoredChannel, StoredMessage, StoredView } from '../workspace/types.ts'
import type { Interactivity } from './interactivity.ts'
import { wireView } from './show-view.ts'

/** Message or view: where the element is. */
export type Place = { message: StoredMessage; channel: StoredChannel } | { view: StoredView }

/** The blocks there, those of attachments included. */
export function blocksOf(place: Place): unknown[] {
  if ('view' in place) return place.view.blocks
  const attached = objectsIn(place.message.attachments).flatMap((attachment) => objectsIn(attachment.blocks))
  return [...(place.message.blocks ?? []), ...attached]
}

/** A channel as interactions name it. */
export function namedChannel(channel: StoredChannel): Json {
  const type = channelType(channel)
  const name = type === 'im' ? 'directmessage' : type === 'group' ? 'privategroup' : channel.name
  return { id: channel.id, name }
}

/** The container and what it contains, as `block_actions` and `block_suggestion` show them. */
export function placeFields(app: Interactivity, place: Place): Json {
  if ('view' in place) {
    return { container: { type: 'view', view_id: place.view.id }, view: wireView(app.workspace, place.view) }
  }
  const { channel, message } = place
  const is_ephemeral = message.ephemeral_to !== undefined
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }
  const container = { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral, ...thread }
  const shown = is_ephemeral ? {} : { message: wireMessage(app.workspace, channel, message) }
  return { container, channel: namedChannel(channel), ...shown }
}
