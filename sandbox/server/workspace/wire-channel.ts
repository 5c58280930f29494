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

/** A conversation object as `viewer` gets it. */
export function wireChannel(workspace: Workspace, channel: StoredChannel, viewer: string): Record<string, unknown> {
  if (channel.is_im) return wireDirect(workspace, channel)
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
    is_shared: false,
    is_frozen: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: team,
    updated,
    parent_conversation: null,
    creator,
    is_ext_shared: false,
    shared_team_ids: [team],
    pending_connected_team_ids: [],
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
