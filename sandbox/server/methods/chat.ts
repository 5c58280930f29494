import { textLimits } from '../../block-kit/index.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { edit, remove } from '../workspace/change-message.ts'
import { openConversation } from '../workspace/channels.ts'
import { withIds } from '../workspace/elements.ts'
import { permalink, post, postEphemeral, postSystem, wireMessage } from '../workspace/messages.ts'
import { checkPosting } from '../workspace/posting.ts'
import type { Draft, StoredChannel } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'
import { channelOf, messageOf } from './find.ts'
import { clearsMetadata, contentOf } from './message-draft.ts'
import { page } from './paging.ts'

/** A channel by id, by `#name` or `name`, or a person's id for their direct message, as `chat.postMessage` takes it. */
function target(call: Call): StoredChannel {
  const { workspace, actor, args } = call
  const named = args.text('channel')
  if (workspace.user(named) && named !== actor.id) return openConversation(workspace, [actor.id, named]).channel
  const byName = workspace.channelByName(named.replace(/^#/, ''))
  return workspace.visibleChannel(byName?.id ?? named, actor.id)
}

function checkMayPost(call: Call, channel: StoredChannel): void {
  if (channel.is_archived) refuse('is_archived')
  if (channel.members.has(call.actor.id)) return
  if (!call.actor.bot || !call.workspace.scopes.includes('chat:write.public')) refuse('not_in_channel')
}

function draftOf(call: Call): Draft {
  const { text = '', ...content } = contentOf(call)
  const username = call.args.optionalText('username')
  const icon = call.args.optionalText('icon_emoji')
  const image = call.args.optionalText('icon_url')
  const thread = call.args.optionalText('thread_ts')
  return {
    ...content,
    text,
    ...(username && call.actor.bot ? { username } : {}),
    ...(icon && call.actor.bot
      ? { icons: { emoji: icon } }
      : image && call.actor.bot
        ? { icons: { image_48: image } }
        : {}),
    ...(thread ? { thread_ts: thread } : {}),
    reply_broadcast: call.args.flag('reply_broadcast'),
    unfurl_links: call.args.flag('unfurl_links', !call.actor.bot),
  }
}

function postMessage(call: Call) {
  const channel = target(call)
  const draft = draftOf(call)
  checkMayPost(call, channel)
  checkPosting(channel, draft.thread_ts !== undefined)
  if (draft.thread_ts !== undefined && !/^\d+\.\d+$/.test(draft.thread_ts)) refuse('cannot_reply_to_message')
  const message = post(call.workspace, channel, call.actor, draft)
  return { channel: channel.id, ts: message.ts, message: wireMessage(call.workspace, channel, message, true) }
}

function ephemeral(call: Call) {
  const channel = channelOf(call)
  const draft = draftOf(call)
  if (channel.is_archived) refuse('is_archived')
  if (!channel.members.has(call.actor.id)) refuse('not_in_channel')
  const to = call.args.text('user')
  if (!channel.members.has(to)) refuse('user_not_in_channel')
  const message = postEphemeral(call.workspace, channel, call.actor, to, draft)
  return { message_ts: message.ts }
}

const longestEdit = textLimits.update

function update(call: Call) {
  const channel = channelOf(call)
  const message = channel.messages.get(call.args.text('ts'))
  const content = contentOf(call, longestEdit)
  if (!message) refuse('message_not_found')
  const own = call.actor.bot
    ? message.bot_id !== undefined && message.user === call.actor.id
    : message.user === call.actor.id
  const system =
    message.subtype !== undefined && message.subtype !== 'thread_broadcast' && message.subtype !== 'bot_message'
  if (!own || system) refuse('cant_update_message')
  if (channel.is_archived) refuse('is_inactive')
  // A text without blocks replaces the blocks, too: Slack then shows the text alone.
  const cleared =
    content.text !== undefined && content.blocks === undefined && content.attachments === undefined
      ? { blocks: [] }
      : {}
  const changed = edit(
    call.workspace,
    channel,
    message,
    {
      ...content,
      ...cleared,
      ...(clearsMetadata(call) ? { metadata: null } : {}),
      broadcast: call.args.flag('reply_broadcast'),
    },
    call.actor,
  )
  return {
    channel: channel.id,
    ts: changed.ts,
    text: changed.text,
    message: wireMessage(call.workspace, channel, changed, true),
  }
}

function deleteIt(call: Call) {
  const channel = channelOf(call)
  const message = messageOf(call, channel, 'ts')
  if (message.user !== call.actor.id || (call.actor.bot && message.bot_id === undefined)) refuse('cant_delete_message')
  remove(call.workspace, channel, message)
  return { channel: channel.id, ts: message.ts }
}

function getPermalink(call: Call) {
  const channel = channelOf(call)
  return { channel: channel.id, permalink: permalink(call.workspace, channel, messageOf(call, channel, 'message_ts')) }
}

/** Slack schedules at most 120 days ahead. Seconds. */
const farthest = 120 * 86_400

function scheduleMessage(call: Call) {
  const channel = target(call)
  const draft = draftOf(call)
  checkMayPost(call, channel)
  checkPosting(channel, draft.thread_ts !== undefined)
  const post_at = Number(call.args.text('post_at'))
  if (!Number.isInteger(post_at)) refuse('invalid_time')
  if (post_at <= call.workspace.seconds()) refuse('time_in_past')
  if (post_at > call.workspace.seconds() + farthest) refuse('time_too_far')
  const id = newId('Q')
  channel.scheduled.push({ id, post_at, date_created: call.workspace.seconds(), by: call.actor.id, draft })
  call.workspace.channelChanged(channel)
  const { text, metadata } = draft
  const message = {
    text,
    type: 'delayed_message',
    subtype: 'bot_message',
    user: call.actor.id,
    ...(call.actor.bot ? { bot_id: appSettings.botId, app_id: appSettings.appId } : {}),
    team: call.workspace.team.id,
    ...(draft.blocks ? { blocks: withIds(draft.blocks) } : {}),
    ...(metadata ? { metadata } : {}),
  }
  return { channel: channel.id, scheduled_message_id: id, post_at, message }
}

function listScheduled(call: Call) {
  const { workspace, actor, args } = call
  const named = args.optionalText('channel')
  const places = named ? [channelOf(call)] : [...workspace.channels.kept.values()]
  const oldest = Number(args.optionalText('oldest') ?? 0)
  const latest = Number(args.optionalText('latest') ?? Number.MAX_SAFE_INTEGER)
  if (Number.isNaN(oldest)) refuse('invalid_scheduling_timing')
  const all = places
    .flatMap(({ id: channel_id, scheduled }) =>
      scheduled
        .filter(({ by, post_at }) => by === actor.id && post_at >= oldest && post_at <= latest)
        .map(({ id, post_at, date_created, draft: { text } }) => ({ id, channel_id, post_at, date_created, text })),
    )
    .sort((a, b) => a.post_at - b.post_at)
  const { items, next } = page(call, all, 100, 100)
  return { scheduled_messages: items, response_metadata: { next_cursor: next } }
}

function deleteScheduled(call: Call) {
  const channel = channelOf(call)
  const id = call.args.text('scheduled_message_id')
  if (!channel.scheduled.some((each) => each.id === id)) refuse('invalid_scheduled_message_id')
  channel.scheduled = channel.scheduled.filter((each) => each.id !== id)
  call.workspace.channelChanged(channel)
  return {}
}

/** What Slack's clients write of `/me`: the words in italics, with no blocks. */
function meMessage(call: Call) {
  const channel = channelOf(call)
  if (channel.is_archived) refuse('is_archived')
  if (!channel.members.has(call.actor.id)) refuse('not_in_channel')
  const text = call.args.text('text')
  if (text.trim() === '') refuse('no_text')
  if (text.length > textLimits.post.most) refuse('msg_too_long')
  const { ts } = postSystem(call.workspace, channel, call.actor.id, 'me_message', text)
  return { channel: channel.id, ts }
}

export const chat: Methods = {
  'chat.meMessage': meMessage,
  'chat.postMessage': postMessage,
  'chat.postEphemeral': ephemeral,
  'chat.update': update,
  'chat.delete': deleteIt,
  'chat.getPermalink': getPermalink,
  'chat.scheduleMessage': scheduleMessage,
  'chat.scheduledMessages.list': listScheduled,
  'chat.deleteScheduledMessage': deleteScheduled,
}
