import type { Channel, Message, SystemFields, User, Usergroup } from '../../protocol.ts'
import { appSettings } from '../seed/app.ts'
import type { Json } from './json.ts'
import type { Person, StoredChannel, StoredMessage, StoredUsergroup } from './types.ts'

export function pictureOfUser(user: Person): User {
  const { id, name, real_name, is_bot, deleted, is_restricted, locale, tz } = user
  return {
    id,
    name,
    real_name,
    is_bot,
    deleted,
    is_restricted,
    locale,
    tz: tz ?? '',
    ...(user.team_id === undefined ? {} : { team_id: user.team_id }),
    ...(user.title === undefined ? {} : { title: user.title }),
    ...(user.generated ? { generated: true } : {}),
  }
}

export function pictureOfUsergroup({ id, handle, name, users }: StoredUsergroup): Usergroup {
  return { id, handle, name, users: [...users] }
}

export function pictureOfMessage(stored: StoredMessage): Message {
  const { app_id: _app, icons: _icons, parent_user_id: _parent, extra = {}, ...message } = stored
  const reactions = stored.reactions.map((each) => ({ ...each, users: [...each.users] }))
  return { ...message, ...systemFields(extra), reactions }
}

const told = ['topic', 'purpose', 'old_name', 'name', 'inviter'] as const

function systemFields(extra: Json): SystemFields {
  return Object.fromEntries(told.flatMap((field) => (typeof extra[field] === 'string' ? [[field, extra[field]]] : [])))
}

/** A channel without its messages. */
export function pictureOfChannel(channel: StoredChannel): Omit<Channel, 'messages'> {
  const { id, name, creator, created, is_private, is_archived } = channel
  return {
    id,
    name,
    creator,
    created,
    is_private,
    is_archived,
    ...(channel.is_im ? { is_im: true, user: otherPerson(channel) } : {}),
    ...(channel.shared ? { shared: channel.shared } : {}),
    ...(channel.posting ? { posting: channel.posting } : {}),
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    members: [...channel.members],
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji, type }) => ({
      id,
      title,
      link,
      type,
      ...(emoji ? { emoji } : {}),
    })),
    pins: channel.pins.map((pin) => pin.ts).reverse(),
  }
}

/** The other one of a direct message: the person where the bot is one of the two. */
export function otherPerson(channel: StoredChannel): string {
  const people = [...channel.members]
  return (
    people.find((id) => id !== appSettings.botUserId && id !== channel.creator) ??
    people.find((id) => id !== appSettings.botUserId) ??
    ''
  )
}
