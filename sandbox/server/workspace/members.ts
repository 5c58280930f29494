import { refuse } from '../refusal.ts'
import { channelType, postSystem, tellLateMentions } from './messages.ts'
import type { StoredChannel } from './types.ts'
import type { Workspace } from './workspace.ts'

function subtypePrefix(channel: StoredChannel): 'channel' | 'group' {
  return channel.is_private ? 'group' : 'channel'
}

/** Makes somebody a member, with the line and the event that Slack shows; false where they were one already. */
export function admit(workspace: Workspace, channel: StoredChannel, user: string, inviter?: string): boolean {
  if (channel.members.has(user)) return false
  channel.members.add(user)
  workspace.channelChanged(channel)
  const extra = inviter === undefined ? {} : { inviter }
  postSystem(workspace, channel, user, `${subtypePrefix(channel)}_join`, `<@${user}> has joined the channel`, extra)
  const code = channelType(channel) === 'group' ? 'G' : 'C'
  workspace.happened(
    {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: code,
      team: workspace.teamOf(user),
      ...extra,
      event_ts: workspace.newTs(),
    },
    channel,
  )
  if (user === workspace.botId) tellLateMentions(workspace, channel)
  return true
}

/** Takes a member out, who left or was removed by another. */
export function dismiss(workspace: Workspace, channel: StoredChannel, user: string, by?: string): void {
  const botWasIn = channel.members.has(workspace.botId)
  channel.members.delete(user)
  workspace.channelChanged(channel)
  const text = by === undefined ? `<@${user}> has left the channel` : `<@${user}> was removed from the channel`
  postSystem(workspace, channel, user, `${subtypePrefix(channel)}_leave`, text, {}, by)
  const event_ts = workspace.newTs()
  if (user === workspace.botId) {
    const type = channel.is_private ? 'group_left' : 'channel_left'
    workspace.happened({ type, channel: channel.id, actor_id: by ?? user, event_ts }, channel, botWasIn)
    return
  }
  const code = channelType(channel) === 'group' ? 'G' : 'C'
  workspace.happened(
    {
      type: 'member_left_channel',
      user,
      channel: channel.id,
      channel_type: code,
      team: workspace.teamOf(user),
      event_ts,
    },
    channel,
  )
}

/** Slack's limit of `conversations.invite`, and its error for each person who cannot be invited. */
const mostInvited = 100

function whyNot(
  workspace: Workspace,
  channel: StoredChannel,
  inviter: string,
  id: string,
  guests: boolean,
): string | undefined {
  const user = workspace.user(id)
  if (!user || user.deleted) return 'user_not_found'
  if (id === inviter) return 'cant_invite_self'
  if (channel.members.has(id)) return 'already_in_channel'
  if (user.is_restricted && !guests) return 'user_is_restricted'
  return undefined
}

/**
 * Invites people. One who cannot be invited fails all of them, unless `force`: then the others come in. Refuses with the
 * first one's error and an `errors` list naming each, as Slack does. `guests`: an administrator adds them by hand.
 */
export function invite(
  workspace: Workspace,
  channel: StoredChannel,
  inviter: string,
  ids: string[],
  { force = false, guests = false } = {},
): void {
  if (ids.length === 0) refuse('no_user')
  if (ids.length > mostInvited) refuse('invalid_arguments', tooMany)
  const problems = ids.flatMap((user) => {
    const error = whyNot(workspace, channel, inviter, user, guests)
    return error === undefined ? [] : [{ user, ok: false, error }]
  })
  const failed = new Set(problems.map((each) => each.user))
  if (problems.length > 0 && !(force && failed.size < new Set(ids).size)) {
    refuse(problems[0]?.error ?? 'cant_invite', { errors: problems })
  }
  for (const id of ids) if (!failed.has(id)) admit(workspace, channel, id, inviter)
}

const tooMany = {
  response_metadata: { messages: [`[ERROR] must be at most ${mostInvited} users [json-pointer:/users]`] },
}
