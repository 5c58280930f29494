/**
 * The wire format of the sandbox's control API (`/_sandbox/*`), shared by its server, its web client and the tests.
 * The bot never sees it: the bot speaks Slack's protocols only.
 */

export type User = {
  id: string
  /** The handle, as typed after `@`. */
  name: string
  real_name: string
  is_bot: boolean
  deleted: boolean
  is_restricted: boolean
  locale: string
  tz: string
  title?: string
}

export type Usergroup = { id: string; handle: string; name: string; users: string[] }

export type Reaction = { name: string; users: string[]; count: number }

export type Message = {
  ts: string
  thread_ts?: string
  subtype?: string
  user?: string
  bot_id?: string
  text: string
  blocks?: unknown[]
  attachments?: unknown[]
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  reactions: Reaction[]
  edited?: { user: string; ts: string }
  /** Set on an ephemeral message: the one person who sees it. */
  ephemeral_to?: string
}

export type Bookmark = { id: string; title: string; link: string; emoji?: string; type: string }

export type Channel = {
  id: string
  name: string
  creator: string
  /** Seconds since the epoch. */
  created: number
  is_private: boolean
  is_archived: boolean
  is_im?: boolean
  /** The other person of a direct message. */
  user?: string
  topic: string
  purpose: string
  members: string[]
  bookmarks: Bookmark[]
  /** The ts of each pinned message, newest first. */
  pins: string[]
  messages: Message[]
}

export type View = {
  id: string
  callback_id: string
  type: 'modal' | 'home'
  blocks: unknown[]
  /** What each input holds now, by block id. */
  values: Record<string, unknown>
  hash: string
  /** 1 for the bottom of the stack. */
  depth: number
  title?: unknown
  submit?: unknown
  close?: unknown
}

export type State = {
  /** The number of the last change this picture includes; the stream goes on from here. */
  seq: number
  team: { id: string; name: string; domain: string }
  users: User[]
  usergroups: Usergroup[]
  channels: Channel[]
  /** A person's top view. */
  views: Record<string, View>
  homes: Record<string, View>
}

/** One change, as `GET /_sandbox/stream` sends it (server-sent events, `data:` holds the JSON). */
export type Change =
  | { seq: number; kind: 'user'; user: User }
  | { seq: number; kind: 'usergroup'; usergroup: Usergroup }
  /** A channel without its messages. */
  | { seq: number; kind: 'channel'; channel: Omit<Channel, 'messages'> }
  | { seq: number; kind: 'message'; channel: string; message: Message }
  | { seq: number; kind: 'message_deleted'; channel: string; ts: string }
  | { seq: number; kind: 'view'; user: string; view: View | null }
  | { seq: number; kind: 'home'; user: string; view: View }
  | { seq: number; kind: 'reset' }

/** What the installed app offers, as `GET /_sandbox/app` answers. */
export type AppInfo = {
  app_id: string
  bot_id: string
  /** The bot as a person of the workspace. */
  user: string
  name: string
  commands: { command: string; description: string; usage_hint?: string }[]
  shortcuts: { name: string; description: string; callback_id: string; type: 'global' | 'message' }[]
}

/** What the app answered to a submitted view, where it answered anything. */
export type ViewAck = { response_action?: 'errors' | 'update' | 'push' | 'clear'; errors?: Record<string, string> }

/** The answer of `POST /_sandbox/act`. `errors` names the inputs that the client itself refused, by block id. */
export type ActAnswer =
  | {
      ok: true
      ts?: string
      channel?: string
      ack?: ViewAck | null
      view?: View | null
      options?: unknown[]
      option_groups?: unknown[]
    }
  | { ok: false; error: string; errors?: Record<string, string> }
