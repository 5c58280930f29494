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
  /** Empty where Slack does not know it. */
  tz: string
  /** Set for a person of another company, and for nobody else. */
  team_id?: string
  title?: string
  /** One of the many who only fill the large user group: nobody to pick from a list. */
  generated?: boolean
}

export type Usergroup = { id: string; handle: string; name: string; users: string[] }

/** A file as messages carry it. */
export type FileShown = {
  id: string
  name: string
  title: string
  mimetype: string
  /** Bytes. */
  size: number
  url_private: string
  permalink: string
  [field: string]: unknown
}

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
  files?: FileShown[]
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  reactions: Reaction[]
  edited?: { user: string; ts: string }
  /** The name that an app gave itself for this message. */
  username?: string
  /** Set on an ephemeral message: the one person who sees it. */
  ephemeral_to?: string
} & SystemFields

/** What a line of the workspace itself tells of besides its `subtype` and `user`, so that a client can say it in any language. */
export type SystemFields = {
  topic?: string
  purpose?: string
  /** A rename, from `old_name` to `name`. */
  old_name?: string
  name?: string
  /** Who invited the one who joined. */
  inviter?: string
  /** Who removed the one who left; Slack does not tell apps. */
  remover?: string
}

export type Shared = 'ext' | 'pending' | 'org'

export type Posting = 'read_only' | 'thread_only' | 'non_threadable'

/**
 * How unkind the workspace is, as `GET /_sandbox/workspace` answers it and `POST` changes it; docs/sandbox.md tells of each
 * and names its source. Channels are named with `#`.
 */
export type Switches = {
  /** `free`: there are no user groups, and `usergroups.*` answers `plan_upgrade_required`. */
  plan: 'free' | 'paid'
  /** The most that a page of any list holds, whatever was asked for; null: as much as Slack allows. */
  page_size: number | null
  /** How many are made up besides those who are always there. */
  people: number
  channels: number
  usergroups: number
  /** `vanish`: an ephemeral message reaches only who is active, and is gone after a reload. */
  ephemerals: 'keep' | 'vanish'
  /** Channels that are shared with another company, offered to one, and shared within an organization. */
  connect: boolean
  /** How many people of another company there are; strangers to the bot without `connect`. */
  outsiders: number
  read_only: string[]
  thread_only: string[]
  non_threadable: string[]
  /** Where the bot is, direct messages aside. */
  bot_in: string[]
  /** A bot and an incoming webhook of others, and what they wrote. */
  other_app: boolean
  /** Items of unusual shape in lists: people, channels, messages, pins, bookmarks, user groups. */
  oddities: boolean
}

/** What `POST /_sandbox/workspace` takes: what is left out stays as it is. */
export type SwitchOrder = { [Name in keyof Switches]?: Switches[Name] | undefined }

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
  /** Shared with another company, offered to one, or shared within one organization. */
  shared?: Shared
  /** What may not be written there. */
  posting?: Posting
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
  /** How many more there are, of a workspace that is too large to show: `GET /_sandbox/search?q=` finds them. */
  more: { users: number; usergroups: number; channels: number }
  /** A person's top view. */
  views: Record<string, View>
  homes: Record<string, View>
  /** How far each person has read: by person and channel, the ts of the last message seen. */
  reads: Record<string, Record<string, string>>
}

/** What `GET /_sandbox/search?q=` answers: the first of each. */
export type Found = { users: User[]; usergroups: Usergroup[]; channels: Omit<Channel, 'messages'>[] }

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
  | { seq: number; kind: 'read'; user: string; channel: string; ts: string }
  /** Fetch the state anew: too much happened, or the seed was restored. */
  | { seq: number; kind: 'reset' }

/** A change before it has its number. */
export type ChangeBody = Change extends infer Each ? (Each extends Change ? Omit<Each, 'seq'> : never) : never

/** What `GET /_sandbox/changes?since=` answers; `changes` is null where the state must be fetched whole. */
export type Changes =
  | { seq: number; changes: null }
  /** `vanish`: no ephemeral message of an earlier picture is on a screen any more. */
  | { seq: number; vanish: boolean; changes: Change[] }

/** What the installed app offers, as `GET /_sandbox/app` answers. */
export type AppInfo = {
  app_id: string
  bot_id: string
  /** The bot as a person of the workspace. */
  user: string
  name: string
  /** Whether it is the bot of this project, which the client can lead a newcomer through. */
  is_ours: boolean
  has_home: boolean
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

/** One call of the Web API, as `GET /_sandbox/calls` lists it. */
export type ApiCall = {
  seq: number
  /** Milliseconds since the epoch. */
  at: number
  ms: number
  method: string
  /** The token it came with; one that is none of the sandbox's only by its kind (`xoxb-…`). */
  token: string
  args: Record<string, unknown>
  ok: boolean
  error?: string
  /** Why it was refused, with a JSON pointer in each sentence: `[ERROR] … [json-pointer:/blocks/0/text]`. */
  why?: string[]
  http_status: number
  /** The connection was cut before or after the call took effect. */
  cut?: 'before' | 'after'
}

/** One attempt to deliver something to the app, as `GET /_sandbox/deliveries` lists it. */
export type Delivery = {
  seq: number
  /** Milliseconds since the epoch. */
  at: number
  /** The event's type, or the interaction's (`block_actions`, `view_submission`, `slash_commands` …). */
  type: string
  /** 0 for the first attempt, as `retry_attempt`. */
  attempt: number
  /** How long the app took; null while unacknowledged. */
  acked_ms: number | null
  ack: unknown
  event_id?: string
  /** Why the attempt failed, where it did. */
  failed?: string
  /** Why the view or the message with which the app acknowledged was refused. */
  why?: string[]
}

/**
 * What goes wrong with the app's calls (people's own are spared), as `POST /_sandbox/faults` takes it. All latencies that match add up;
 * of the other faults the oldest matching one decides. `times` left out (or below 0): until cleared.
 */
export type Fault = {
  method: string
  times?: number
  latency_ms?: number
  error?: string
  http_status?: number
  /** Seconds: answers 429 with `Retry-After`. */
  retry_after?: number
  cut?: 'before' | 'after'
  /** The call takes effect, and these fields stand in its answer in place of its own: another app, another clock, an odd shape. */
  answer?: Record<string, unknown>
  /** The same of the answer's headers, by their names in lower case. */
  headers?: Record<string, string>
  /** Meets only calls that have these arguments. */
  args?: Record<string, string>
  /** Arguments that Slack takes in place of those given: it may change a channel's name. */
  instead?: Record<string, string>
}
