import type { AppInfo, Change, Channel, Found, Message, State, User, Usergroup, View } from '../../../protocol.ts'

/** A channel without its messages: those change far more often and are watched apart. */
export type ChannelInfo = Omit<Channel, 'messages'>

/** The picture that the client shows. Never mutated: each change makes new maps only where something changed. */
export type Workspace = {
  seq: number
  team: State['team']
  app: AppInfo
  users: ReadonlyMap<string, User>
  usergroups: ReadonlyMap<string, Usergroup>
  /** Whether there are more of anything than the picture holds: they are searched for. */
  isPartial: boolean
  channels: ReadonlyMap<string, ChannelInfo>
  /** By channel, oldest first. */
  messages: ReadonlyMap<string, readonly Message[]>
  /** Each person's top view. */
  views: ReadonlyMap<string, View>
  homes: ReadonlyMap<string, View>
  /** By person, then by channel: the ts of the last message they have seen. */
  reads: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** The whole picture, from the state that the server answered. */
export function fromState(state: State, app: AppInfo): Workspace {
  return {
    seq: state.seq,
    team: state.team,
    app,
    users: byId(state.users),
    usergroups: byId(state.usergroups),
    isPartial: Object.values(state.more).some((count) => count > 0),
    channels: new Map(state.channels.map(({ messages: _, ...info }) => [info.id, info])),
    messages: new Map(state.channels.map((channel) => [channel.id, channel.messages.toSorted(byTs)])),
    views: new Map(Object.entries(state.views)),
    homes: new Map(Object.entries(state.homes)),
    reads: new Map(Object.entries(state.reads)),
  }
}

/** The picture after one change; a change that the picture already holds leaves it as it is. `reset` needs a new state: the caller reloads. */
export function applyChange(workspace: Workspace, change: Change): Workspace {
  if (change.seq <= workspace.seq) return workspace
  const next = { ...workspace, seq: change.seq }
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

/** The picture with what a search found besides. What is known already stays as it is: the stream keeps it up to date. */
export function withFound(workspace: Workspace, { users, usergroups, channels }: Found): Workspace {
  return {
    ...workspace,
    users: new Map([...byId(users), ...workspace.users]),
    usergroups: new Map([...byId(usergroups), ...workspace.usergroups]),
    channels: new Map([...byId(channels), ...workspace.channels]),
  }
}

/** Order of Slack's timestamps: strings of one width, so they compare as they are. */
export function byTs(a: { ts: string }, b: { ts: string }): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0
}

/** The ts of the last message anywhere; empty for a workspace without any. */
export function newestTs(workspace: Workspace): string {
  let newest = ''
  for (const list of workspace.messages.values()) {
    const last = list.at(-1)
    if (last && last.ts > newest) newest = last.ts
  }
  return newest
}

function upsert(list: readonly Message[], message: Message): readonly Message[] {
  const last = list.at(-1)
  if (!last || last.ts < message.ts) return [...list, message]
  const index = list.findLastIndex((other) => other.ts <= message.ts)
  const replaced = list[index]?.ts === message.ts ? 1 : 0
  return list.toSpliced(replaced ? index : index + 1, replaced, message)
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
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
