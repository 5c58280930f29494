import type { ChannelInfo } from '../../../picture.ts'
import type { AppInfo, Channel, Message, State, User } from '../../../protocol.ts'
import { fromState, type Workspace } from './workspace.ts'

/** A person, a channel, a message and a workspace for tests: ordinary but for what a test cares about. */
export function samplePerson(id: string, more: Partial<User> = {}): User {
  return {
    id,
    name: id,
    real_name: id,
    is_bot: false,
    deleted: false,
    is_restricted: false,
    locale: 'ja-JP',
    tz: 'Asia/Tokyo',
    ...more,
  }
}

export function sampleChannel(id: string, more: Partial<Channel> = {}): Channel {
  return { ...sampleChannelInfo(id), messages: [], ...more }
}

export function sampleChannelInfo(id: string, more: Partial<ChannelInfo> = {}): ChannelInfo {
  return {
    id,
    name: id,
    creator: 'A',
    created: 0,
    is_private: false,
    is_archived: false,
    topic: '',
    purpose: '',
    members: [],
    bookmarks: [],
    pins: [],
    ...more,
  }
}

export function sampleMessage(ts: string, more: Partial<Message> = {}): Message {
  return { ts, user: 'A', text: '…', reactions: [], ...more }
}

const app: AppInfo = {
  app_id: 'A',
  bot_id: 'B',
  user: 'BOT',
  name: 'bot',
  is_ours: true,
  has_home: true,
  commands: [],
  shortcuts: [],
}

export function sampleWorkspace(parts: Partial<State>): Workspace {
  const more = { users: 0, usergroups: 0, channels: 0 }
  const empty = { seq: 5, users: [], usergroups: [], channels: [], more, views: {}, homes: {}, reads: {} }
  return fromState({ ...empty, team: { id: 'T', name: 'Team', domain: 'team' }, ...parts }, app)
}
