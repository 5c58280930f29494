import { refuse } from '../refusal.ts'
import {
  archive,
  createChannel,
  markRead,
  openConversation,
  rename,
  setNote,
  unarchive,
} from '../workspace/channels.ts'
import { latestMessage, wireChannel } from '../workspace/wire-channel.ts'
import type { Call, Methods } from './call.ts'
import { channelOf, liveChannel, noDirect, ownChannel } from './find.ts'
import { checkCreateScope } from './scopes.ts'

function create(call: Call) {
  const isPrivate = call.args.flag('is_private')
  if (call.actor.bot) checkCreateScope(call.workspace, isPrivate)
  if (call.workspace.user(call.actor.id)?.is_restricted) refuse('restricted_action')
  const channel = createChannel(call.workspace, call.args.text('name'), call.actor.id, isPrivate)
  const unread = { latest: null, unread_count: 0, unread_count_display: 0, priority: 0 }
  return { channel: { ...wireChannel(call.workspace, channel, call.actor.id), ...unread } }
}

/** The canvas of a channel stands in a tab. Source: docs.slack.dev/surfaces/canvases */
function tabsOf({ files, team }: Call['workspace'], channel: string) {
  const canvas = [...files.values()].find((file) => file.canvas?.channel === channel)
  if (!canvas) return { tabs: [] }
  const is_empty = canvas.canvas?.sections.length === 0
  return {
    canvas: { file_id: canvas.id, is_empty, quip_thread_id: `${team.id}${canvas.id}` },
    tabs: [
      { id: `Ct${canvas.id.slice(1)}`, type: 'channel_canvas', label: canvas.title, data: { file_id: canvas.id } },
    ],
  }
}

function info(call: Call) {
  const channel = channelOf(call)
  const wire = wireChannel(call.workspace, channel, call.actor.id)
  if (!channel.is_im) wire.properties = tabsOf(call.workspace, channel.id)
  if (call.args.flag('include_num_members')) wire.num_members = channel.members.size
  if (call.args.flag('include_locale')) wire.locale = 'ja-JP'
  return { channel: wire }
}

function setTopic(call: Call) {
  const channel = liveChannel(call)
  setNote(call.workspace, channel, 'topic', call.args.text('topic'), call.actor.id)
  const wire = wireChannel(call.workspace, channel, call.actor.id)
  return {
    channel: { ...wire, latest: latestMessage(call.workspace, channel), unread_count: 0, unread_count_display: 0 },
  }
}

function setPurpose(call: Call) {
  const channel = liveChannel(call)
  setNote(call.workspace, channel, 'purpose', call.args.text('purpose'), call.actor.id)
  return { purpose: channel.purpose.value, channel: wireChannel(call.workspace, channel, call.actor.id) }
}

function renameIt(call: Call) {
  const channel = liveChannel(call)
  noDirect(channel)
  rename(call.workspace, channel, call.args.text('name'), call.actor.id)
  return { channel: wireChannel(call.workspace, channel, call.actor.id) }
}

function archiveIt(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  if (channel.is_archived) refuse('already_archived')
  ownChannel(call)
  archive(call.workspace, channel, call.actor.id)
  return {}
}

/** A bot is no member of what is archived, and Slack lets only members unarchive. */
function unarchiveIt(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  if (!channel.is_archived) refuse('not_archived')
  if (call.actor.bot) refuse('not_in_channel')
  unarchive(call.workspace, channel, call.actor.id)
  return {}
}

/** Slack's limit of people in a group message besides the caller. */
const mostPeople = 8

function open(call: Call) {
  const { workspace, actor, args } = call
  const wire = (channel: Parameters<typeof wireChannel>[1]) =>
    args.flag('return_im') ? wireChannel(workspace, channel, actor.id) : { id: channel.id }
  if (args.has('channel')) return { channel: wire(channelOf(call)), no_op: true, already_open: true }
  const others = args.list('users').filter((id) => id !== actor.id)
  if (args.list('users').length === 0) refuse('users_list_not_supplied')
  if (others.length > mostPeople) refuse('too_many_users')
  for (const id of others) {
    const user = workspace.user(id)
    if (!user) refuse('user_not_found')
    if (user.deleted) refuse('user_disabled')
  }
  if (others.length === 0 && actor.bot) refuse('invalid_user_combination')
  const { channel, existed } = openConversation(workspace, [actor.id, ...new Set(others)])
  return { channel: wire(channel), ...(existed ? { no_op: true, already_open: true } : {}) }
}

function close(call: Call) {
  const channel = channelOf(call)
  if (!channel.is_im && !channel.is_mpim) refuse('method_not_supported_for_channel_type')
  return {}
}

function mark(call: Call) {
  const channel = ownChannel(call)
  const ts = call.args.text('ts')
  if (!/^\d+(\.\d+)?$/.test(ts)) refuse('invalid_timestamp')
  markRead(call.workspace, channel, call.actor.id, ts)
  return {}
}

/** Conversations themselves: made, described, archived. */
export const conversations: Methods = {
  'conversations.create': create,
  'conversations.info': info,
  'conversations.setTopic': setTopic,
  'conversations.setPurpose': setPurpose,
  'conversations.rename': renameIt,
  'conversations.archive': archiveIt,
  'conversations.unarchive': unarchiveIt,
  'conversations.open': open,
  'conversations.close': close,
  'conversations.mark': mark,
}
