import type { Change, Channel, Message, State, User, Usergroup, View } from './protocol.ts'

/** A channel without its messages: those change far more often and are watched apart. */
export type ChannelInfo = Omit<Channel, 'messages'>

/** A workspace as somebody follows it. Never mutated: each change makes new maps only where something changed. */
export type Picture = {
  seq: number
  team: State['team']
  users: ReadonlyMap<string, User>
  usergroups: ReadonlyMap<string, Usergroup>
  channels: ReadonlyMap<string, ChannelInfo>
  /** By channel, oldest first. */
  messages: ReadonlyMap<string, readonly Message[]>
  /** How many more there are than the picture holds. */
  more: State['more']
  /** Each person's top view. */
  views: ReadonlyMap<string, View>
  homes: ReadonlyMap<string, View>
  /** By person, then by channel: the ts of the last message they have seen. */
  reads: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** The picture of the state that the server answered. */
export function pictureOf(state: State): Picture {
  return {
    seq: state.seq,
    team: state.team,
    users: byId(state.users),
    usergroups: byId(state.usergroups),
    channels: new Map(state.channels.map(({ messages: _, ...info }) => [info.id, info])),
    messages: new Map(state.channels.map((channel) => [channel.id, channel.messages.toSorted(byTs)])),
    more: state.more,
    views: new Map(Object.entries(state.views)),
    homes: new Map(Object.entries(state.homes)),
    reads: new Map(Object.entries(state.reads)),
  }
}

/** The state that the server would answer now, of a picture that was kept up to date. */
export function stateOf({ seq, team, more, ...kept }: Picture): State {
  return {
    seq,
    team,
    more,
    users: [...kept.users.values()],
    usergroups: [...kept.usergroups.values()],
    channels: [...kept.channels.values()].map((info) => ({
      ...info,
      messages: [...(kept.messages.get(info.id) ?? [])],
    })),
    views: Object.fromEntries(kept.views),
    homes: Object.fromEntries(kept.homes),
    reads: Object.fromEntries(kept.reads),
  }
}

/** The picture after one change; a change that the picture already holds leaves it as it is. `reset` needs a new state: the caller reloads. */
export function applyChange<Kept extends Picture>(picture: Kept, change: Change): Kept {
  if (change.seq <= picture.seq) return picture
  const next = { ...picture, seq: change.seq }
  switch (change.kind) {
    case 'user':
      return { ...next, users: withEntry(next.users, change.user.id, change.user) }
    case 'usergroup':
      return { ...next, usergroups: withEntry(next.usergroups, change.usergroup.id, change.usergroup) }
    case 'channel':
      return { ...next, channels: withEntry(next.channels, change.channel.id, change.channel) }
    case 'message': {
      const list = upsert(next.messages.get(change.channel) ?? [], change.message)
      return { ...next, messages: withEntry(next.messages, change.channel, list) }
    }
    case 'message_deleted': {
      const list = (next.messages.get(change.channel) ?? []).filter((message) => message.ts !== change.ts)
      return { ...next, messages: withEntry(next.messages, change.channel, list) }
    }
    case 'view':
      return {
        ...next,
        views: change.view ? withEntry(next.views, change.user, change.view) : without(next.views, change.user),
      }
    case 'home':
      return { ...next, homes: withEntry(next.homes, change.user, change.view) }
    case 'read': {
      const marks = { ...next.reads.get(change.user), [change.channel]: change.ts }
      return { ...next, reads: withEntry(next.reads, change.user, marks) }
    }
    case 'reset':
      return next
  }
}

/** Order of Slack's timestamps: strings of one width, so they compare as they are. */
export function byTs(a: { ts: string }, b: { ts: string }): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0
}

function upsert(list: readonly Message[], message: Message): readonly Message[] {
  const last = list.at(-1)
  if (!last || last.ts < message.ts) return [...list, message]
  const index = list.findLastIndex((other) => other.ts <= message.ts)
  const replaced = list[index]?.ts === message.ts ? 1 : 0
  return list.toSpliced(replaced ? index : index + 1, replaced, message)
}

/** Rows by their ids, in their order. */
export function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]))
}

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return new Map(map).set(key, value)
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}
