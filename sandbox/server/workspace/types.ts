import type { Message, Posting, Shared } from '../../protocol.ts'

export type Person = {
  id: string
  /** The handle. */
  name: string
  real_name: string
  email: string
  title?: string
  is_bot: boolean
  deleted: boolean
  /** A guest. */
  is_restricted: boolean
  /** An admin of the workspace; its owner is nobody of these. */
  is_admin?: boolean
  locale: string
  /** Null where Slack does not know it. */
  tz: string | null
  /** The team of a person of another company; left out for everybody else. */
  team_id?: string
  /** Their profile is not told. */
  without_profile?: true
  /** One of the many who only fill a large user group. */
  generated?: boolean
  /** What they have said of themselves, besides. */
  own?: OwnProfile
  /** Seconds since the epoch. */
  updated: number
}

/** What somebody may set of their own profile; `status_expiration` in seconds since the epoch, 0 for never. */
export type OwnProfile = Partial<
  Record<'status_text' | 'status_emoji' | 'title' | 'phone' | 'pronouns' | 'display_name' | 'real_name', string>
> & { status_expiration?: number }

/** A call that goes on in another service; times in seconds since the epoch, `duration` in seconds. */
export type StoredCall = {
  id: string
  date_start: number
  external_unique_id: string
  join_url: string
  desktop_app_join_url?: string
  external_display_id?: string
  title?: string
  /** `slack_id` of people of the workspace, `external_id` of others. */
  users: Record<string, unknown>[]
  ended?: number
  duration?: number
}

export type StoredUsergroup = {
  id: string
  handle: string
  name: string
  description: string
  users: string[]
  created_by: string
  date_create: number
  date_update: number
  /** When it was disabled, in seconds; missing while it stands. */
  date_delete?: number
}

/** A file: announced first, then its bytes (base64, as the journal keeps them), then shared. */
export type StoredFile = {
  id: string
  name: string
  title: string
  user: string
  /** Seconds since the epoch. */
  created: number
  /** Bytes, as announced. */
  size: number
  alt_txt?: string
  snippet_type?: string
  /** The unguessable part of the address to which it is uploaded. */
  ticket: string
  bytes?: string
  /** Where it was shared: channel id and the ts of the message. */
  shares: { channel: string; ts: string }[]
  /** Put into a form of the app's: the bot may read it, though it is shared nowhere. */
  in_form?: true
  /** Of a canvas: its parts, the channel that it is a tab of, and whom its owner has let in besides. */
  canvas?: {
    sections: { id: string; markdown: string }[]
    channel?: string
    access: { id: string; level: 'read' | 'write' }[]
  }
}

/** A topic or a purpose. */
export type Note = { value: string; creator: string; last_set: number }

export type StoredBookmark = {
  id: string
  channel_id: string
  title: string
  link: string
  emoji: string
  type: string
  date_created: number
  date_updated: number
  rank: string
  last_updated_by_user_id: string
}

export type Pin = { ts: string; created: number; created_by: string }

/** A message as the workspace keeps it: the picture's fields and those that only Slack's answers carry. */
export type StoredMessage = Message & {
  app_id?: string
  username?: string
  icons?: Record<string, string>
  parent_user_id?: string
  /** What a system message or a broadcast reply carries besides (`topic`, `inviter`, `root` …). */
  extra?: Record<string, unknown>
}

export type StoredChannel = {
  id: string
  name: string
  creator: string
  /** Seconds since the epoch. */
  created: number
  /** Milliseconds since the epoch. */
  updated: number
  is_private: boolean
  is_archived: boolean
  is_general: boolean
  is_im: boolean
  is_mpim: boolean
  shared?: Shared
  posting?: Posting
  /** Of a kind that nobody knows yet. */
  is_odd?: true
  topic: Note
  purpose: Note
  previous_names: string[]
  members: Set<string>
  bookmarks: StoredBookmark[]
  /** Oldest first. */
  pins: Pin[]
  /** By ts, oldest first (a Map keeps the order in which messages came). */
  messages: Map<string, StoredMessage>
  /** The replies of each thread, oldest first. */
  threads: Map<string, StoredMessage[]>
  ephemerals: Map<string, StoredMessage>
  scheduled: ScheduledMessage[]
  /** The ts of mentions of the bot while it was not there. */
  unheard?: string[]
}

/** What its author gives; the rest is Slack's. */
export type Draft = {
  text: string
  blocks?: unknown[]
  attachments?: unknown[]
  metadata?: StoredMessage['metadata']
  files?: StoredMessage['files']
  /** Where its ts is known beforehand. */
  ts?: string
  thread_ts?: string
  reply_broadcast?: boolean
  /** Whether Slack looks links up; left out: it does for people, and not for apps. */
  unfurl_links?: boolean
  username?: string
  icons?: Record<string, string>
}

/** A message that waits; `post_at` in seconds since the epoch. */
export type ScheduledMessage = { id: string; post_at: number; date_created: number; by: string; draft: Draft }

/** What each stateful element holds, as Slack's `state.values`. */
export type StateValues = Record<string, Record<string, Record<string, unknown>>>

export type StoredView = {
  id: string
  /** The person who sees it. */
  user: string
  type: 'modal' | 'home'
  callback_id: string
  external_id: string
  private_metadata: string
  title: unknown
  submit: unknown
  close: unknown
  blocks: Record<string, unknown>[]
  clear_on_close: boolean
  notify_on_close: boolean
  submit_disabled: boolean
  hash: string
  root_view_id: string
  previous_view_id: string | null
  values: StateValues
  /** The conversation from which the person opened it. */
  opened_in?: string
}

/** Who asks: a person or the bot's user. */
export type Actor = { id: string; bot: boolean }
