import { otherTeam } from '../seed/other-team.ts'
import { wireMessage } from './messages.ts'
import { otherPerson } from './picture.ts'
import type { StoredChannel } from './types.ts'
import type { Workspace } from './workspace.ts'

function wireDirect(workspace: Workspace, channel: StoredChannel): Record<string, unknown> {
  const user = otherPerson(channel)
  return {
    id: channel.id,
    created: channel.created,
    is_im: true,
    is_org_shared: false,
    is_archived: false,
    context_team_id: workspace.team.id,
    updated: channel.updated,
    user,
    is_user_deleted: workspace.user(user)?.deleted ?? false,
    priority: 0,
    last_read: '0000000000.000000',
    latest: null,
    unread_count: 0,
    unread_count_display: 0,
    is_open: true,
    locale: 'ja-JP',
  }
}

/**
 * With whom a channel is shared, and to whom it is offered. Sources: docs.slack.dev/apis/slack-connect;
 * java-slack-sdk json-logs/samples/api/conversations.list.json
 */
function sharing({ team: { id } }: Workspace, { shared }: StoredChannel): Record<string, unknown> {
  const withOthers = shared === 'ext'
  const offered = shared === 'pending' ? [otherTeam.id] : []
  return {
    is_shared: withOthers || shared === 'org',
    is_ext_shared: withOthers,
    is_org_shared: shared === 'org',
    is_pending_ext_shared: shared === 'pending',
    pending_shared: offered,
    pending_connected_team_ids: offered,
    shared_team_ids: withOthers ? [id, otherTeam.id] : [id],
    ...(withOthers ? { connected_team_ids: [otherTeam.id], conversation_host_id: id } : {}),
  }
}

/** A kind of conversation that came after the app was written: none of the known flags, no name, and a field of its own. */
function wireOdd({ id, created, updated }: StoredChannel): Record<string, unknown> {
  const kinds = { is_channel: false, is_group: false, is_im: false, is_mpim: false, is_room: true }
  return { id, created, updated, ...kinds, is_private: null, topic: null, purpose: null }
}

/** A conversation object as `viewer` gets it. */
export function wireChannel(workspace: Workspace, channel: StoredChannel, viewer: string): Record<string, unknown> {
  if (channel.is_im) return wireDirect(workspace, channel)
  if (channel.is_odd) return wireOdd(channel)
  const { id, name, created, creator, is_archived, is_general, is_mpim, is_private, updated } = channel
  const team = workspace.team.id
  return {
    id,
    name,
    is_channel: !is_private,
    is_group: is_private && !is_mpim,
    is_im: false,
    is_mpim,
    is_private,
    created,
    is_archived,
    is_general,
    unlinked: 0,
    name_normalized: name,
    is_frozen: false,
    context_team_id: team,
    updated,
    parent_conversation: null,
    creator,
    ...sharing(workspace, channel),
    ...(channel.posting ? { [`is_${channel.posting}`]: true } : {}),
    is_member: channel.members.has(viewer),
    last_read: workspace.reads.get(viewer)?.get(id) ?? '0000000000.000000',
    topic: channel.topic,
    purpose: channel.purpose,
    previous_names: channel.previous_names,
  }
}

/** The newest message, which some answers carry as `latest`. */
export function latestMessage(workspace: Workspace, channel: StoredChannel): unknown {
  const newest = [...channel.messages.values()].at(-1)
  return newest ? wireMessage(workspace, channel, newest) : null
}
