import type { Person, StoredChannel, StoredMessage, StoredUsergroup, StoredView } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { Unable } from './words.ts'

/** A person by id or handle. */
export function personNamed(workspace: Workspace, name: string): Person {
  const handle = name.replace(/^@/, '')
  const person = workspace.user(handle) ?? workspace.userByHandle(handle)
  if (!person) throw new Unable('no_such_person', { value: name })
  return person
}

/** A channel by id or `#name`, as far as the person can see it. */
export function channelNamed(workspace: Workspace, name: string, viewer: Person): StoredChannel {
  const channel = workspace.channel(name) ?? workspace.channelByName(name.replace(/^#/, ''))
  const hidden = channel?.is_private && !channel.members.has(viewer.id)
  if (!channel || hidden) throw new Unable('no_such_channel', { value: name })
  return channel
}

/** A message there, the person's own ephemeral ones included. */
export function messageAt(channel: StoredChannel, ts: string, viewer: Person): StoredMessage {
  const ephemeral = channel.ephemerals.get(ts)
  const message = channel.messages.get(ts) ?? (ephemeral?.ephemeral_to === viewer.id ? ephemeral : undefined)
  if (!message) throw new Unable('no_such_message')
  return message
}

/** A view that the person has open, or their App Home. */
export function viewOf(workspace: Workspace, person: Person, id: string): StoredView {
  const home = workspace.views.homes.get(person.id)
  const view =
    workspace.views.stacks.get(person.id)?.find((each) => each.id === id) ?? (home?.id === id ? home : undefined)
  if (!view) throw new Unable('no_such_view')
  return view
}

/** A user group by id or handle. */
export function usergroupNamed(workspace: Workspace, name: string): StoredUsergroup {
  const handle = name.replace(/^@/, '')
  for (const group of workspace.usergroups.values()) if (group.id === handle || group.handle === handle) return group
  throw new Unable('no_such_usergroup', { value: name })
}
