import { withIds } from './elements.ts'
import { channelType, displace, numbered, place, tellChanged, wireMessage } from './messages.ts'
import type { Actor, Draft, StoredChannel, StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

/** What an edit changes; what is left out stays. `metadata: null` takes it away. */
export type Edit = Partial<Pick<Draft, 'text' | 'blocks' | 'attachments'>> & {
  metadata?: StoredMessage['metadata'] | null
  broadcast?: boolean
}

/** Changes a message in place and tells of it. It gets the "edited" mark, unless an app changed one with blocks. */
export function edit(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  edits: Edit,
  by: Actor,
): StoredMessage {
  const before = wireMessage(workspace, channel, message)
  const changed: StoredMessage = { ...message }
  if (edits.text !== undefined) changed.text = edits.text
  if (edits.blocks) changed.blocks = withIds(edits.blocks)
  if (edits.attachments) changed.attachments = numbered(edits.attachments)
  if (changed.blocks?.length === 0) delete changed.blocks
  if (changed.attachments?.length === 0) delete changed.attachments
  if (edits.metadata === null) delete changed.metadata
  else if (edits.metadata) changed.metadata = edits.metadata
  if (edits.broadcast && changed.thread_ts !== undefined) changed.subtype = 'thread_broadcast'
  if (message.ephemeral_to !== undefined) {
    channel.ephemerals.set(message.ts, changed)
    workspace.messageChanged(channel, changed)
    return changed
  }
  if (!(by.bot && changed.blocks)) {
    // Slack gives whole seconds here, so that two edits in one second are told apart by their events only.
    changed.edited = { user: by.id, ts: `${workspace.seconds()}.000000` }
  }
  place(channel, changed)
  workspace.messageChanged(channel, changed)
  tellChanged(workspace, channel, changed, before)
  return changed
}

const buried = { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' } as const

/** Deletes a message and tells of it. A parent with replies leaves a tombstone, which goes with the last of them, as in Slack. */
export function remove(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  if (message.ephemeral_to !== undefined) {
    channel.ephemerals.delete(message.ts)
    workspace.messageGone(channel, message.ts)
    return
  }
  const before = wireMessage(workspace, channel, message)
  const pinned = channel.pins.some((pin) => pin.ts === message.ts)
  if (pinned) channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts)
  const hasReplies = (channel.threads.get(message.ts)?.length ?? 0) > 0
  if (hasReplies && message.subtype !== 'tombstone') {
    const tombstone = { ts: message.ts, thread_ts: message.ts, reactions: [], extra: { hidden: true }, ...buried }
    place(channel, tombstone)
    workspace.messageChanged(channel, tombstone)
    tellChanged(workspace, channel, tombstone, before)
  } else {
    displace(channel, message.ts)
    workspace.messageGone(channel, message.ts)
    tellDeleted(workspace, channel, message.ts, before)
  }
  if (pinned) workspace.channelChanged(channel)
  const parent = message.thread_ts === undefined ? undefined : channel.messages.get(message.thread_ts)
  const isEmpty = parent?.subtype === 'tombstone' && (channel.threads.get(parent.ts) ?? []).length === 0
  if (parent && isEmpty && parent !== message) remove(workspace, channel, parent)
}

function tellDeleted(
  workspace: Workspace,
  channel: StoredChannel,
  deleted_ts: string,
  previous_message: Record<string, unknown>,
): void {
  const ts = workspace.newTs()
  workspace.happened(
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: channel.id,
      deleted_ts,
      previous_message,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
    channel,
  )
}
