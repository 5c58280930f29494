import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { appOf, appWithBot } from '../seed/apps.ts'
import { addedBySlack } from './added-by-slack.ts'
import { withIds } from './elements.ts'
import { tellLinks } from './links.ts'
import { previewed, unfurls } from './previews.ts'
import type { Actor, Draft, StoredChannel, StoredMessage } from './types.ts'
import type { SlackEvent, Workspace } from './workspace.ts'

export function channelType(channel: StoredChannel): 'channel' | 'group' | 'im' | 'mpim' {
  if (channel.is_im) return 'im'
  if (channel.is_mpim) return 'mpim'
  return channel.is_private ? 'group' : 'channel'
}

/** A message as Slack's answers and events show it. The payload of its `metadata` only where it was asked for; its type always. */
export function wireMessage(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  metadata = false,
): SlackEvent {
  const { extra, metadata: hidden, reactions, ephemeral_to: _to, remover: _remover, ...fields } = message
  const team = workspace.teamOf(message.user)
  const wire: SlackEvent = { type: 'message', ...fields, ...extra, team }
  // Of somebody from another company. Source: docs.slack.dev/apis/slack-connect
  if (team !== workspace.team.id) Object.assign(wire, { user_team: team, source_team: team })
  Object.assign(wire, addedBySlack(channel, message))
  if (message.bot_id !== undefined) wire.bot_profile = botProfile(workspace, message.bot_id)
  if (hidden) wire.metadata = metadata ? hidden : { event_type: hidden.event_type }
  if (reactions.length > 0) wire.reactions = reactions
  if (channel.pins.some((pin) => pin.ts === message.ts)) wire.pinned_to = [channel.id]
  if (message.subtype === 'thread_broadcast') {
    const root = channel.messages.get(message.thread_ts ?? '')
    if (root) wire.root = wireMessage(workspace, channel, root)
  }
  return wire
}

function botProfile(workspace: Workspace, id: string): Record<string, unknown> {
  const { appId: app_id, name } = appWithBot(workspace.app.name, id) ?? appSettings
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
  const isReply = message?.thread_ts !== undefined && message.thread_ts !== ts
  const thread = isReply ? channel.threads.get(message.thread_ts ?? '') : undefined
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
    // The history leaves this subtype out.
    ...(message.files && !message.subtype ? { subtype: 'file_share' } : {}),
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

/**
 * Posts. Whether the actor may is the caller's question. `thread_ts` must be a message; an app's reply to one that is gone
 * lands in the channel. Source: github.com/slackapi/python-slack-events-api/issues/87.
 */
export function post(workspace: Workspace, channel: StoredChannel, actor: Actor, draft: Draft): StoredMessage {
  const { reply_broadcast, unfurl_links, ...given } = draft
  const parent = given.thread_ts === undefined ? undefined : channel.messages.get(given.thread_ts)
  if (given.thread_ts !== undefined && !parent && !actor.bot) refuse('message_not_found')
  const thread_ts = parent ? (parent.thread_ts ?? parent.ts) : undefined
  const message: StoredMessage = {
    ...author(actor),
    ts: given.ts ?? workspace.newTs(),
    text: given.text,
    reactions: [],
    ...(given.blocks && given.blocks.length > 0 ? { blocks: withIds(given.blocks) } : {}),
    ...(given.attachments && given.attachments.length > 0 ? { attachments: numbered(given.attachments) } : {}),
    ...(given.files && given.files.length > 0 ? { files: given.files } : {}),
    ...(given.metadata ? { metadata: given.metadata } : {}),
    ...(given.username === undefined ? {} : { username: given.username, subtype: 'bot_message' }),
    ...(given.icons ? { icons: given.icons } : {}),
    ...(thread_ts === undefined ? {} : { thread_ts, parent_user_id: channel.messages.get(thread_ts)?.user ?? '' }),
    ...(thread_ts !== undefined && reply_broadcast ? { subtype: 'thread_broadcast' } : {}),
  }
  return say(workspace, channel, message, unfurl_links ?? !actor.bot)
}

/** A message of an app's incoming webhook: nobody of the workspace wrote it. */
export function postByWebhook(workspace: Workspace, channel: StoredChannel, draft: Draft): StoredMessage {
  const { botId: bot_id, appId: app_id, name } = appSettings
  const message: StoredMessage = {
    bot_id,
    app_id,
    subtype: 'bot_message',
    ts: workspace.newTs(),
    text: draft.text,
    reactions: [],
    username: draft.username ?? name,
    ...(draft.icons ? { icons: draft.icons } : {}),
    ...(draft.blocks && draft.blocks.length > 0 ? { blocks: withIds(draft.blocks) } : {}),
    ...(draft.attachments && draft.attachments.length > 0 ? { attachments: numbered(draft.attachments) } : {}),
    ...(draft.thread_ts === undefined ? {} : { thread_ts: draft.thread_ts }),
  }
  return say(workspace, channel, message, draft.unfurl_links ?? false)
}

function say(workspace: Workspace, channel: StoredChannel, message: StoredMessage, unfurl: boolean): StoredMessage {
  place(channel, message)
  workspace.messageChanged(channel, message)
  tellPosted(workspace, channel, message)
  tellLinks(workspace, channel, message)
  if (unfurl && workspace.previews && unfurls(message)) showPreview(workspace, channel, message)
  return message
}

/** Slack looks a link up after the message stands, and then changes it: nobody has edited it. */
function showPreview(workspace: Workspace, channel: StoredChannel, message: StoredMessage): void {
  const before = wireMessage(workspace, channel, message)
  const changed = previewed(message)
  place(channel, changed)
  workspace.messageChanged(channel, changed)
  tellChanged(workspace, channel, changed, before)
}

/** An app shows what links of a message lead to: nobody has edited it, and what it showed of the same link before makes way. */
export function showLinks(
  workspace: Workspace,
  channel: StoredChannel,
  message: StoredMessage,
  shown: readonly Record<string, unknown>[],
): void {
  const before = wireMessage(workspace, channel, message)
  const anew = new Set(shown.map(({ from_url: url }) => url))
  const isKept = (each: unknown) =>
    !(typeof each === 'object' && each !== null && 'from_url' in each && anew.has(each.from_url))
  const changed = { ...message, attachments: numbered([...(message.attachments ?? []).filter(isKept), ...shown]) }
  place(channel, changed)
  workspace.messageChanged(channel, changed)
  tellChanged(workspace, channel, changed, before)
}

/** Tells that a message changed: an edit, or what Slack itself made of it. */
export function tellChanged(
  workspace: Workspace,
  channel: StoredChannel,
  changed: StoredMessage,
  before: Record<string, unknown>,
): void {
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
}

/** Attachments as Slack keeps them: each with a number, and with a text for where it cannot be shown. */
export function numbered(attachments: unknown[]): unknown[] {
  return attachments.map((each, index) =>
    typeof each === 'object' && each !== null
      ? {
          id: index + 1,
          fallback: '[no preview available]',
          ...each,
          ...('blocks' in each ? { blocks: withIds(each.blocks) } : {}),
        }
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

/** The address of a message, as `chat.getPermalink` and pins carry it. */
export function permalink(workspace: Workspace, channel: StoredChannel, message: StoredMessage): string {
  const base = `https://${workspace.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts
  return inThread ? `${base}?thread_ts=${message.thread_ts}&cid=${channel.id}` : base
}
