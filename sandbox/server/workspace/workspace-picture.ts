import type { Message, State } from '../../protocol.ts'
import { pictureOfChannel, pictureOfMessage, pictureOfUser, pictureOfUsergroup } from './picture.ts'
import type { StoredChannel } from './types.ts'
import type { Workspace } from './workspace.ts'

function messagesOf(channel: StoredChannel): Message[] {
  const all = [...channel.messages.values(), ...channel.ephemerals.values()]
  if (channel.ephemerals.size > 0) all.sort((a, b) => (a.ts < b.ts ? -1 : 1))
  return all.map(pictureOfMessage)
}

/** Everything a person who sees all would see. */
export function pictureOfWorkspace(workspace: Workspace, seq: number): State {
  return {
    seq,
    team: workspace.team,
    users: [...workspace.users.values()].map(pictureOfUser),
    usergroups: [...workspace.usergroups.values()].map(pictureOfUsergroup),
    channels: [...workspace.channels.values()].map((channel) => ({
      ...pictureOfChannel(channel),
      messages: messagesOf(channel),
    })),
    views: workspace.views.pictureOfTops(),
    homes: workspace.views.pictureOfHomes(),
    reads: Object.fromEntries([...workspace.reads].map(([user, marks]) => [user, Object.fromEntries(marks)])),
  }
}
