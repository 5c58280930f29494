import type { MethodName } from './methods.ts'

type Blocks = readonly { type: string }[]
type View = { type: string }

/** Hidden data of a message, by which it is found again. https://docs.slack.dev/messaging/message-metadata */
export type MessageMetadata = { event_type: string; event_payload: Record<string, unknown> }

type Content = { text?: string; blocks?: Blocks; metadata?: MessageMetadata }
type Paged = { cursor?: string; limit?: number }
type Range = { oldest?: string; latest?: string; inclusive?: boolean; include_all_metadata?: boolean }
type MessageKey = { channel: string; timestamp: string }
type ViewOpener = { trigger_id: string; view: View }

/** What each method takes. `token` is the client's affair. https://docs.slack.dev/reference/methods */
type Table = {
  'auth.test': object
  'bookmarks.add': { channel_id: string; title: string; type: 'link'; link: string; emoji?: string }
  'bookmarks.edit': { channel_id: string; bookmark_id: string; title?: string; link?: string; emoji?: string }
  'bookmarks.list': { channel_id: string }
  'bookmarks.remove': { channel_id: string; bookmark_id: string }
  'chat.delete': { channel: string; ts: string }
  'chat.getPermalink': { channel: string; message_ts: string }
  'chat.postEphemeral': { channel: string; user: string; text?: string; blocks?: Blocks; thread_ts?: string }
  'chat.postMessage': Content & {
    channel: string
    thread_ts?: string
    reply_broadcast?: boolean
    unfurl_links?: boolean
    unfurl_media?: boolean
  }
  'chat.update': Content & { channel: string; ts: string }
  'conversations.archive': { channel: string }
  'conversations.create': { name: string; is_private?: boolean }
  'conversations.history': Paged & Range & { channel: string }
  'conversations.info': { channel: string; include_num_members?: boolean }
  /** `users`: ids with commas between, at most 100. */
  'conversations.invite': { channel: string; users: string; force?: boolean }
  'conversations.join': { channel: string }
  'conversations.kick': { channel: string; user: string }
  'conversations.leave': { channel: string }
  'conversations.list': Paged & { types?: string; exclude_archived?: boolean }
  'conversations.members': Paged & { channel: string }
  'conversations.open': { users: string }
  'conversations.rename': { channel: string; name: string }
  'conversations.replies': Paged & Range & { channel: string; ts: string }
  'conversations.setPurpose': { channel: string; purpose: string }
  'conversations.setTopic': { channel: string; topic: string }
  'pins.add': MessageKey
  'pins.list': { channel: string }
  'pins.remove': MessageKey
  'reactions.add': MessageKey & { name: string }
  'reactions.get': MessageKey & { full?: boolean }
  'reactions.remove': MessageKey & { name: string }
  'team.info': object
  'usergroups.list': { include_users?: boolean; include_disabled?: boolean; include_count?: boolean }
  'usergroups.users.list': { usergroup: string; include_disabled?: boolean }
  'users.conversations': Paged & { types?: string; exclude_archived?: boolean; user?: string }
  'users.info': { user: string; include_locale?: boolean }
  'users.list': Paged & { include_locale?: boolean }
  'users.lookupByEmail': { email: string }
  'views.open': ViewOpener
  'views.publish': { user_id: string; view: View; hash?: string }
  'views.push': ViewOpener
  'views.update': { view: View; view_id?: string; external_id?: string; hash?: string }
}

export type Arguments<M extends MethodName> = Table[M]
