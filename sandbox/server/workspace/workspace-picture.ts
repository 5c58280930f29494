import type { Message, State } from '../../protocol.ts'
import { pictureOfChannel, pictureOfMessage, pictureOfUser, pictureOfUsergroup } from './picture.ts'
import type { Roll } from './roll.ts'
import type { StoredChannel, StoredMessage } from './types.ts'
import type { Workspace } from './workspace.ts'

/** How many of a crowd a picture shows, besides those who ever did something. */
const mostOfCrowd = 200

function messagesOf(channel: StoredChannel, ephemerals: readonly StoredMessage[]): Message[] {
  const all = [...channel.messages.values(), ...ephemerals]
  if (ephemerals.length > 0) all.sort((a, b) => (a.ts < b.ts ? -1 : 1))
  return all.map(pictureOfMessage)
}

function shown<Row extends { id: string }>(roll: Roll<Row>): { rows: Row[]; more: number } {
  const ofCrowd = roll.someOfCrowd(mostOfCrowd)
  const kept = [...roll.kept.values()]
  const keptOfCrowd = roll.crowd ? kept.filter((row) => roll.isOfCrowd(row.id)).length : 0
  return { rows: [...kept, ...ofCrowd], more: (roll.crowd?.count ?? 0) - ofCrowd.length - keptOfCrowd }
}

/**
 * Everything a person who sees all would see; of a crowd the first hundreds. `ephemerals` says which of a channel's
 * ephemeral messages still stand on anybody's screen.
 */
export function pictureOfWorkspace(
  workspace: Workspace,
  seq: number,
  ephemerals = (channel: StoredChannel): readonly StoredMessage[] => [...channel.ephemerals.values()],
): State {
  const users = shown(workspace.users)
  const usergroups = workspace.settled.plan === 'free' ? { rows: [], more: 0 } : shown(workspace.usergroups)
  const channels = shown(workspace.channels)
  return {
    seq,
    team: workspace.team,
    users: users.rows.map(pictureOfUser),
    usergroups: usergroups.rows.map(pictureOfUsergroup),
    channels: channels.rows.map((channel) => ({
      ...pictureOfChannel(channel),
      messages: messagesOf(channel, ephemerals(channel)),
    })),
    more: { users: users.more, usergroups: usergroups.more, channels: channels.more },
    views: workspace.views.pictureOfTops(),
    homes: workspace.views.pictureOfHomes(),
    reads: Object.fromEntries([...workspace.reads].map(([user, marks]) => [user, Object.fromEntries(marks)])),
  }
}
