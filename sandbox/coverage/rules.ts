/**
 * Arguments that the reference calls optional, of which Slack nevertheless demands one.
 * `error` is what Slack answers when all are missing; the sources are the methods' own pages (docs.slack.dev/reference/methods).
 */
export type NeedsOneOf = { oneOf: readonly string[]; error: string }

export const needsOneOf: Readonly<Record<string, NeedsOneOf>> = {
  'bookmarks.edit': { oneOf: ['bookmark_id'], error: 'invalid_arguments' },
  'bookmarks.list': { oneOf: ['channel_id'], error: 'invalid_arguments' },
  'bookmarks.remove': { oneOf: ['bookmark_id', 'quip_section_id'], error: 'invalid_arguments' },
  'bookmarks.add': { oneOf: ['channel_id'], error: 'invalid_arguments' },
  'chat.postMessage': { oneOf: ['text', 'blocks', 'attachments', 'markdown_text'], error: 'no_text' },
  'chat.postEphemeral': { oneOf: ['text', 'blocks', 'attachments', 'markdown_text'], error: 'no_text' },
  'chat.scheduleMessage': { oneOf: ['text', 'blocks', 'attachments', 'markdown_text'], error: 'no_text' },
  'chat.update': {
    oneOf: ['text', 'blocks', 'attachments', 'markdown_text', 'metadata', 'file_ids'],
    error: 'no_text',
  },
  'conversations.kick': { oneOf: ['user'], error: 'invalid_arguments' },
  'conversations.open': { oneOf: ['channel', 'users'], error: 'users_list_not_supplied' },
  'pins.add': { oneOf: ['timestamp'], error: 'no_item_specified' },
  'pins.remove': { oneOf: ['timestamp'], error: 'no_item_specified' },
  'reactions.get': { oneOf: ['timestamp', 'file', 'file_comment'], error: 'no_item_specified' },
  'reactions.remove': { oneOf: ['timestamp', 'file', 'file_comment'], error: 'no_item_specified' },
  'users.info': { oneOf: ['user', 'users'], error: 'user_not_found' },
  'views.open': { oneOf: ['trigger_id', 'interactivity_pointer'], error: 'invalid_arguments' },
  'views.push': { oneOf: ['trigger_id', 'interactivity_pointer'], error: 'invalid_arguments' },
  'views.update': { oneOf: ['view_id', 'external_id'], error: 'invalid_arguments' },
}
