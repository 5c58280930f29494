import { refuse, refuseArguments } from '../refusal.ts'
import { admit, dismiss, invite } from '../workspace/members.ts'
import type { Listed } from '../workspace/roll.ts'
import type { StoredChannel } from '../workspace/types.ts'
import { wireChannel } from '../workspace/wire-channel.ts'
import type { Call, Methods } from './call.ts'
import { channelOf, noDirect, ownChannel } from './find.ts'
import { page } from './paging.ts'

function join(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  if (channel.is_private) refuse('method_not_supported_for_channel_type')
  if (channel.is_archived) refuse('is_archived')
  const joined = admit(call.workspace, channel, call.actor.id)
  const wire = { channel: wireChannel(call.workspace, channel, call.actor.id) }
  const warning = 'already_in_channel'
  return joined ? wire : { ...wire, warning, response_metadata: { warnings: [warning] } }
}

function leave(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  if (channel.is_archived) refuse('is_archived')
  if (!channel.members.has(call.actor.id)) return { not_in_channel: true }
  if (channel.is_general) refuse('cant_leave_general')
  if (channel.is_private && channel.members.size === 1) refuse('last_member')
  dismiss(call.workspace, channel, call.actor.id)
  return {}
}

function inviteThem(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  if (channel.is_archived) refuse('is_archived')
  ownChannel(call)
  invite(call.workspace, channel, call.actor.id, call.args.list('users'), { force: call.args.flag('force') })
  return { channel: wireChannel(call.workspace, channel, call.actor.id) }
}

function kick(call: Call) {
  const channel = channelOf(call)
  noDirect(channel)
  const user = call.args.text('user')
  if (user === call.actor.id) refuse('cant_kick_self')
  if (channel.is_general) refuse('cant_kick_from_general')
  ownChannel(call)
  if (!call.workspace.user(user)) refuse('user_not_found')
  if (!channel.members.has(user)) refuse('not_in_channel')
  dismiss(call.workspace, channel, user, call.actor.id)
  return { errors: {} }
}

function members(call: Call) {
  const channel = channelOf(call)
  const { items, next } = page(call, [...channel.members], 100, 1000)
  return { members: items, response_metadata: { next_cursor: next } }
}

const kinds = ['public_channel', 'private_channel', 'mpim', 'im'] as const

function kindOf(channel: Parameters<typeof wireChannel>[1]): (typeof kinds)[number] {
  if (channel.is_im) return 'im'
  if (channel.is_mpim) return 'mpim'
  return channel.is_private ? 'private_channel' : 'public_channel'
}

function wanted(call: Call): Set<string> {
  const types = call.args.list('types')
  if (types.some((type) => !kinds.some((kind) => kind === type))) refuse('invalid_types')
  return new Set(types.length === 0 ? ['public_channel'] : types)
}

/** The kinds of conversations that the token may list at all. */
const kindScopes = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  mpim: 'mpim:read',
  im: 'im:read',
} as const

function checkKinds(call: Call, types: Set<string>): void {
  if (!call.actor.bot) return
  const missing = kinds
    .filter((kind) => types.has(kind) && !call.workspace.scopes.includes(kindScopes[kind]))
    .map((kind) => kindScopes[kind])
  if (missing.length > 0)
    refuse('missing_scope', { needed: missing.join(','), provided: call.workspace.scopes.join(',') })
}

function everything(
  call: Call,
  types: Set<string>,
  isSeen: (channel: StoredChannel) => boolean,
): Listed<StoredChannel> {
  const { channels } = call.workspace
  return types.has('public_channel') ? channels.listed(isSeen) : [...channels.kept.values()].filter(isSeen)
}

/** The bot is in no channel that is not kept. */
function whereIs(call: Call, user: string, isSeen: (channel: StoredChannel) => boolean): StoredChannel[] {
  const { channels, botId } = call.workspace
  const all = user === botId ? channels.kept.values() : channels.values()
  return [...all].filter((channel) => channel.members.has(user) && isSeen(channel))
}

function listed(call: Call, of: string | undefined) {
  const types = wanted(call)
  checkKinds(call, types)
  if (Number(call.args.optionalText('limit') ?? 1) < 0)
    refuseArguments('must be a positive integer [json-pointer:/limit]')
  const hideArchived = call.args.flag('exclude_archived')
  const isSeen = (channel: StoredChannel) =>
    types.has(kindOf(channel)) && (kindOf(channel) === 'public_channel' || channel.members.has(call.actor.id))
  const all = of === undefined ? everything(call, types, isSeen) : whereIs(call, of, isSeen)
  const { items, next } = page(call, all, 100, 1000)
  // Slack cuts the page first and leaves the archived ones out of it then: pages may be short, and empty before the end
  // (slackapi/python-slack-sdk#1043).
  return { items: items.filter((channel) => isSeen(channel) && !(hideArchived && channel.is_archived)), next }
}

function list(call: Call) {
  const { items, next } = listed(call, undefined)
  const channels = items.map((channel) => ({
    ...wireChannel(call.workspace, channel, call.actor.id),
    ...(channel.is_im ? {} : { num_members: channel.members.size }),
  }))
  return { channels, response_metadata: { next_cursor: next } }
}

/** Lists where somebody is; like Slack's, without `is_member` and the number of members. */
function ofUser(call: Call) {
  const { items, next } = listed(call, call.args.optionalText('user') ?? call.actor.id)
  const channels = items.map((channel) => {
    const { is_member: _is, ...wire } = wireChannel(call.workspace, channel, call.actor.id)
    return wire
  })
  return { channels, response_metadata: { next_cursor: next } }
}

/** Who is where. */
export const membership: Methods = {
  'conversations.join': join,
  'conversations.leave': leave,
  'conversations.invite': inviteThem,
  'conversations.kick': kick,
  'conversations.members': members,
  'conversations.list': list,
  'users.conversations': ofUser,
}
