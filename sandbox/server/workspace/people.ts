import { refuse } from '../refusal.ts'
import type { OwnProfile, Person, StoredUsergroup } from './types.ts'
import { wireUser } from './wire-user.ts'
import type { Workspace } from './workspace.ts'

/** Deactivates or reactivates a person; who is deactivated leaves every channel, as in Slack. */
export function setDeleted(workspace: Workspace, person: Person, deleted: boolean): void {
  if (person.id === workspace.botId) refuse('user_not_found')
  person.deleted = deleted
  person.updated = workspace.seconds()
  workspace.userChanged(person)
  if (deleted) {
    for (const channel of workspace.channels.values()) {
      if (!channel.is_im && channel.members.delete(person.id)) workspace.channelChanged(channel)
    }
    workspace.views.removeAll(person.id)
  }
  workspace.happened({
    type: 'user_change',
    user: wireUser(workspace, person),
    cache_ts: workspace.seconds(),
    event_ts: workspace.newTs(),
  })
}

/** Sets what a person says of themselves, and tells of it: a status, a name, a title. */
export function profileChanged(workspace: Workspace, person: Person, given: OwnProfile): void {
  const { real_name, title, ...own } = given
  if (real_name !== undefined) person.real_name = real_name
  if (title !== undefined) person.title = title
  person.own = { ...person.own, ...own }
  person.updated = workspace.seconds()
  workspace.userChanged(person)
  const told = () => ({
    user: wireUser(workspace, person),
    cache_ts: workspace.seconds(),
    event_ts: workspace.newTs(),
  })
  workspace.happened({ type: 'user_change', ...told() })
  workspace.happened({ type: 'user_profile_changed', ...told() })
  if (given.status_text !== undefined || given.status_emoji !== undefined)
    workspace.happened({ type: 'user_status_changed', ...told() })
}

/** A user group as Slack shows it; its people, and how many they are, only where asked for. */
export function wireUsergroup(
  workspace: Workspace,
  group: StoredUsergroup,
  asked: { users: boolean; count: boolean } = { users: true, count: true },
): Record<string, unknown> {
  const { id, name, description, handle, date_create, date_update, created_by } = group
  return {
    id,
    team_id: workspace.team.id,
    is_usergroup: true,
    is_subteam: true,
    name,
    description,
    handle,
    is_external: false,
    date_create,
    date_update,
    date_delete: group.date_delete ?? 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by,
    updated_by: created_by,
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    channel_count: 0,
    ...(asked.count ? { user_count: group.users.length } : {}),
    ...(asked.users ? { users: group.users } : {}),
  }
}

/** Sets who belongs to a user group. */
export function setUsergroup(workspace: Workspace, group: StoredUsergroup, users: string[]): void {
  const before = group.users
  group.users = [...new Set(users)]
  group.date_update = workspace.seconds()
  workspace.usergroupChanged(group)
  const added = group.users.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !group.users.includes(id))
  const event_ts = workspace.newTs()
  workspace.happened({ type: 'subteam_updated', subteam: wireUsergroup(workspace, group), event_ts })
  workspace.happened({
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: workspace.team.id,
    date_previous_update: group.date_update,
    date_update: group.date_update,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
    event_ts,
  })
}
