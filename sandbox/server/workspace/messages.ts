import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { appOf, appWithBot } from '../seed/apps.ts'
import { withIds } from './elements.ts'
import type { Actor, Draft, StoredChannel, StoredMessage } from './types.ts'
import type { SlackEvent, Workspace } from './workspace.ts'

export function channelType(channel: StoredChannel): 'channel' | 'group' | 'im' | 'mpim' {
  if (channel.is_im) return 'im'
  if (channel.is_mpim) return 'mpim'
  return channel.is_private ? 'group' : 'channel'
}

/** A message as Slack's answers and events show it. `metadata` only where it was asked for. */
export function wireMessage(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  metadata = false,
): SlackEvent {
  const { extra, metadata: hidden, reactions, ephemeral_to: _to, remover: _remover, ...fields } = message
  const wire: SlackEvent = { type: 'message', ...fields, ...extra, team: workspace.teamOf(message.user) }
  if (message.bot_id !== undefined) wire.bot_profile = botProfile(workspace, message.bot_id)
  if (metadata && hidden) wire.metadata = hidden
  if (reactions.length > 0) wire.reactions = reactions
  if (channel.pins.some((pin) => pin.ts === message.ts)) wire.pinned_to = [channel.id]
  const replies = channel.threads.get(message.ts)
  if (replies && replies.length > 0) {
    const people = [...new Set(replies.map((reply) => reply.user ?? ''))]
    wire.thread_ts = message.ts
    wire.reply_count = replies.length
    wire.reply_users_count = people.length
    wire.reply_users = people.slice(0, 5)
    wire.latest_reply = replies.at(-1)?.ts
    wire.is_locked = false
    wire.subscribed = false
  }
  return wire
}

function botProfile(workspace: Workspace, id: string): Record<string, unknown> {
  const { appId: app_id, name } = appWithBot(id) ?? appSettings
  return { id, app_id, name, icons: appSettings.icons, deleted: false, updated: 0, team_id: workspace.team.id }
}

function author(actor: Actor): Pick<StoredMessage, 'user' | 'bot_id' | 'app_id'> {
  if (!actor.bot) return { user: actor.id }
  const { botId: bot_id, appId: app_id } = appOf(actor.id) ?? appSettings
  return { user: actor.id, bot_id, app_id }
}

/** Puts a message into its place, without telling anybody. The journal restores through this, too. */
export function place(channel: StoredChannel, message: StoredMessage): void {
  const known = channel.messages.has(message.ts)
  channel.messages.set(message.ts, message)
  if (message.thread_ts === undefined || message.thread_ts === message.ts) return
  const thread = channel.threads.get(message.thread_ts) ?? []
  if (known)
    thread.splice(
      thread.findIndex((each) => each.ts === message.ts),
      1,
      message,
    )
  else thread.push(message)
  channel.threads.set(message.thread_ts, thread)
}

/** Takes a message out, without telling anybody. */
export function displace(channel: StoredChannel, ts: string): void {
  const message = channel.messages.get(ts)
  channel.messages.delete(ts)
  channel.pins = channel.pins.filter((pin) => pin.ts !== ts)
  const thread = message?.thread_ts === undefined ? undefined : channel.threads.get(message.thread_ts)
  if (thread)
    thread.splice(
      thread.findIndex((each) => each.ts === ts),
      1,
    )
}

function mentionsBot({ botId }: Workspace, { subtype, user, text }: StoredMessage): boolean {
  return !subtype && user !== botId && text.includes(`<@${botId}>`)
}

function tellPosted(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  const event = {
    ...wireMessage(workspace, channel, message),
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  }
  workspace.happened(event, channel)
  if (!mentionsBot(workspace, message) || channel.is_im) return
  if (channel.members.has(workspace.botId)) tellMention(workspace, channel, message)
  else offerInvitation(workspace, channel, message)
}

function tellMention(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  const mention = { ...wireMessage(workspace, channel, message), channel: channel.id, event_ts: message.ts }
  workspace.happened({ ...mention, type: 'app_mention' }, channel)
}

/**
 * Whoever mentions an app that is not there is asked whether to invite it; the app hears of the mention once it comes.
 * Source: docs.slack.dev/reference/events/app_mention
 */
function offerInvitation(workspace: Workspace, channel: StoredChannel, { ts, user }: StoredMessage): void {
  channel.unheard = [...(channel.unheard ?? []), ts]
  if (user === undefined) return
  const text = `<@${workspace.botId}> is not in this channel. Invite it, and it will hear of your message.`
  postEphemeral(workspace, channel, { id: 'USLACKBOT', bot: false }, user, { text })
}

/** Tells the app, which has just come, of the mentions because of which it was invited. */
export function tellLateMentions(workspace: Workspace, channel: StoredChannel): void {
  const unheard = channel.unheard ?? []
  delete channel.unheard
  for (const ts of unheard) {
    const message = channel.messages.get(ts)
    if (message) tellMention(workspace, channel, message)
  }
}

/** Posts. Whether the actor may is the caller's question; `thread_ts` must be a message. */
export function post(workspace: Workspace, channel: StoredChannel, actor: Actor, draft: Draft): StoredMessage {
  const { reply_broadcast, ...given } = draft
  const parent = given.thread_ts === undefined ? undefined : channel.messages.get(given.thread_ts)
  if (given.thread_ts !== undefined && !parent) refuse('message_not_found')
  const thread_ts = parent ? (parent.thread_ts ?? parent.ts) : undefined
  const message: StoredMessage = {
    ...author(actor),
    ts: workspace.newTs(),
    text: given.text,
    reactions: [],
    ...(given.blocks && given.blocks.length > 0 ? { blocks: withIds(given.blocks) } : {}),
    ...(given.attachments && given.attachments.length > 0 ? { attachments: numbered(given.attachments) } : {}),
    ...(given.metadata ? { metadata: given.metadata } : {}),
    ...(given.username === undefined ? {} : { username: given.username, subtype: 'bot_message' }),
    ...(given.icons ? { icons: given.icons } : {}),
    ...(thread_ts === undefined ? {} : { thread_ts, parent_user_id: channel.messages.get(thread_ts)?.user ?? '' }),
    ...(thread_ts !== undefined && reply_broadcast ? { subtype: 'thread_broadcast' } : {}),
  }
  place(channel, message)
  workspace.messageChanged(channel, message)
  tellPosted(workspace, channel, message)
  return message
}

function numbered(attachments: unknown[]): unknown[] {
  return attachments.map((each, index) =>
    typeof each === 'object' && each !== null
      ? { id: index + 1, ...each, ...('blocks' in each ? { blocks: withIds(each.blocks) } : {}) }
      : each,
  )
}

/** A line that Slack itself writes, such as "joined the channel". */
export function postSystem(
  workspace: Workspace,
  channel: StoredChannel,
  user: string,
  subtype: string,
  text: string,
  extra: Record<string, unknown> = {},
  remover?: string,
): StoredMessage {
  const removed = remover === undefined ? {} : { remover }
  const message: StoredMessage = { ts: workspace.newTs(), user, subtype, text, extra, reactions: [], ...removed }
  place(channel, message)
  workspace.messageChanged(channel, message)
  tellPosted(workspace, channel, message)
  return message
}

/** A message for one person only: kept for the picture, never in the history. */
export function postEphemeral(
  workspace: Workspace,
  channel: StoredChannel,
  actor: Actor,
  to: string,
  draft: Draft,
): StoredMessage {
  const message: StoredMessage = {
    ...author(actor),
    ts: workspace.newTs(),
    text: draft.text,
    reactions: [],
    ephemeral_to: to,
    ...(draft.blocks && draft.blocks.length > 0 ? { blocks: withIds(draft.blocks) } : {}),
    ...(draft.attachments && draft.attachments.length > 0 ? { attachments: numbered(draft.attachments) } : {}),
    ...(draft.thread_ts === undefined ? {} : { thread_ts: draft.thread_ts }),
  }
  // The call succeeds all the same: Slack promises no delivery.
  if (workspace.settled.ephemerals === 'vanish' && !workspace.presence.isActive(to)) return message
  channel.ephemerals.set(message.ts, message)
  workspace.messageChanged(channel, message)
  return message
}

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
  if (!(by.bot && changed.blocks)) changed.edited = { user: by.id, ts: workspace.newTs() }
  place(channel, changed)
  workspace.messageChanged(channel, changed)
  const ts = workspace.newTs()
  workspace.happened(
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: channel.id,
      message: wireMessage(workspace, channel, changed),
      previous_message: before,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
    channel,
  )
  return changed
}

/** Deletes a message and tells of it. A parent with replies leaves its thread behind, as in Slack. */
export function remove(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  if (message.ephemeral_to !== undefined) {
    channel.ephemerals.delete(message.ts)
    workspace.messageGone(channel, message.ts)
    return
  }
  const before = wireMessage(workspace, channel, message)
  const pinned = channel.pins.some((pin) => pin.ts === message.ts)
  displace(channel, message.ts)
  workspace.messageGone(channel, message.ts)
  if (pinned) workspace.channelChanged(channel)
  const ts = workspace.newTs()
  workspace.happened(
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: channel.id,
      deleted_ts: message.ts,
      previous_message: before,
      ts,
      event_ts: ts,
      channel_type: channelType(channel),
    },
    channel,
  )
}

/** The address of a message, as `chat.getPermalink` and pins carry it. */
export function permalink(workspace: Workspace, channel: StoredChannel, message: StoredMessage): string {
  const base = `https://${workspace.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts
  return inThread ? `${base}?thread_ts=${message.thread_ts}&cid=${channel.id}` : base
}
