import type { ChannelInfo } from '../../../picture.ts'
import type { Workspace } from '../state/workspace.ts'

/** Whether a person sees a channel at all: public ones everybody but guests, others their members. */
export function canSee(channel: ChannelInfo, person: string | undefined, users: Workspace['users']): boolean {
  if (person !== undefined && channel.members.includes(person)) return true
  const guest = person !== undefined && users.get(person)?.is_restricted === true
  return !channel.is_private && !channel.is_im && !guest
}

/** The channels that stand in a person's sidebar, by name; archived ones do not. */
export function joinedChannels(channels: Workspace['channels'], person: string | undefined): ChannelInfo[] {
  return [...channels.values()]
    .filter(
      (channel) => !channel.is_im && !channel.is_archived && person !== undefined && channel.members.includes(person),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ja'))
}

/** The other person of a direct message, as seen by one of the two. */
export function otherOf(channel: ChannelInfo, person: string | undefined): string | undefined {
  return channel.members.find((id) => id !== person) ?? channel.user
}

/** A channel as it is called: `#general`, or the other person's name. */
export function channelTitle(channel: ChannelInfo, person: string | undefined, users: Workspace['users']): string {
  if (!channel.is_im) return `#${channel.name}`
  const other = otherOf(channel, person)
  return (other && users.get(other)?.real_name) ?? channel.name
}
