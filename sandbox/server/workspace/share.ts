import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { otherTeam } from '../seed/other-team.ts'
import { channelType } from './messages.ts'
import type { StoredChannel } from './types.ts'
import type { Workspace } from './workspace.ts'

/** Source: docs.slack.dev/reference/events/channel_shared, …/channel_unshared */
export function tellSharing(workspace: Workspace, channel: StoredChannel, type: string, field: string): void {
  const told = { type, [field]: otherTeam.id, channel: channel.id, event_ts: workspace.newTs() }
  workspace.happened(type === 'channel_unshared' ? { ...told, is_ext_shared: false } : told, channel)
}

/**
 * Somebody shares a channel with the other company. A private one has another id from then on, and nothing answers to the old
 * one. Source: api.slack.com/events/channel_id_changed
 */
export function shareOutside(workspace: Workspace, channel: StoredChannel): void {
  if (channel.is_general || !['channel', 'group'].includes(channelType(channel)))
    refuse('method_not_supported_for_channel_type')
  if (channel.shared === 'ext') refuse('already_shared')
  channel.shared = 'ext'
  channel.updated = workspace.now()
  if (channel.is_private) {
    const before = channel.id
    workspace.changeChannelId(channel, newId('C'))
    const ids = { old_channel_id: before, new_channel_id: channel.id }
    workspace.happened({ type: 'channel_id_changed', ...ids, event_ts: workspace.newTs() }, channel)
  } else workspace.channelChanged(channel)
  tellSharing(workspace, channel, 'channel_shared', 'connected_team_id')
}
