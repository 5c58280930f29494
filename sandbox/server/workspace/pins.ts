import { refuse } from '../refusal.ts'
import { permalink, postSystem, wireMessage } from './messages.ts'
import type { Pin, StoredChannel, StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

/** Slack's limit of pins in a channel. */
const mostPins = 100

/** A pin as `pins.list` and the pin events show it. */
export function pinnedItem(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  pin: Pin,
): Record<string, unknown> {
  const wire = { ...wireMessage(workspace, channel, message), permalink: permalink(workspace, channel, message) }
  return { type: 'message', channel: channel.id, message: wire, created: pin.created, created_by: pin.created_by }
}

function tell(
  workspace: Workspace,
  channel: StoredChannel,
  type: 'pin_added' | 'pin_removed',
  user: string,
  { message, pin }: { message: StoredMessage; pin: Pin },
): void {
  const { user: item_user } = message
  workspace.happened(
    {
      type,
      user,
      channel_id: channel.id,
      item: pinnedItem(workspace, channel, message, pin),
      ...(item_user === undefined ? {} : { item_user }),
      pin_count: channel.pins.length,
      pinned_info: { channel: channel.id, pinned_by: pin.created_by, pinned_ts: pin.created },
      ...(type === 'pin_removed' ? { has_pins: channel.pins.length > 0 } : {}),
      event_ts: workspace.newTs(),
    },
    channel,
  )
}

/** Pins, with the line that Slack writes: `already_pinned`, `too_many_pins`, `not_pinnable` for Slack's own lines. */
export function addPin(workspace: Workspace, channel: StoredChannel, message: StoredMessage, by: string): void {
  if (
    message.subtype !== undefined &&
    message.user !== undefined &&
    message.bot_id === undefined &&
    message.subtype !== 'thread_broadcast'
  )
    refuse('not_pinnable')
  if (channel.pins.some((pin) => pin.ts === message.ts)) refuse('already_pinned')
  if (channel.pins.length >= mostPins) refuse('too_many_pins')
  const pin = { ts: message.ts, created: workspace.seconds(), created_by: by }
  channel.pins.push(pin)
  workspace.channelChanged(channel)
  const item = pinnedItem(workspace, channel, message, pin)
  tell(workspace, channel, 'pin_added', by, { message, pin })
  postSystem(workspace, channel, by, 'pinned_item', `<@${by}> pinned a message to this channel.`, {
    item,
    item_type: 'C',
  })
}

/** Unpins: `no_pin` where it is not pinned. */
export function removePin(workspace: Workspace, channel: StoredChannel, message: StoredMessage, by: string): void {
  const pin = channel.pins.find((each) => each.ts === message.ts)
  if (!pin) refuse('no_pin')
  channel.pins = channel.pins.filter((each) => each !== pin)
  workspace.channelChanged(channel)
  tell(workspace, channel, 'pin_removed', by, { message, pin })
}
