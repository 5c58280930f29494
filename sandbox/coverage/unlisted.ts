import type { MethodFacts } from './methods.ts'

/**
 * `chat.appendStream` takes `chunks` in place of the text: Slack's own SDKs send only these (`chat_stream.py`, `chat-stream.js`).
 * `users.info` takes several people: the error `too_many_users` is of `users`, which the reference forgot.
 */
export const moreArguments: Readonly<Record<string, Pick<MethodFacts, 'args' | 'required'>>> = {
  'chat.appendStream': {
    required: ['channel', 'ts'],
    args: {
      channel: { type: 'string' },
      ts: { type: 'string' },
      markdown_text: { type: 'string' },
      chunks: { type: 'array' },
    },
  },
  'users.info': {
    required: [],
    args: { include_locale: { type: 'boolean' }, user: { type: 'string' }, users: { type: 'string' } },
  },
}

const aboutTeam = {
  http: 'POST',
  json: true,
  tier: 't3',
  token: true,
  userScopes: [],
  required: [],
  args: {},
  errors: ['team_not_found'],
  otherShapes: [],
} as const satisfies Partial<MethodFacts>

/** Methods that the reference leaves out. Source: docs.slack.dev/reference/methods/<method>. */
export const unlistedMethods: readonly MethodFacts[] = [
  {
    method: 'chat.scheduledMessages.list',
    http: 'POST',
    json: true,
    tier: 't3',
    token: true,
    botScopes: [],
    userScopes: [],
    required: [],
    args: {
      channel: { type: 'string' },
      cursor: { type: 'string' },
      latest: { type: 'string' },
      limit: { type: 'integer' },
      oldest: { type: 'string' },
    },
    errors: ['invalid_channel', 'channel_not_found', 'invalid_scheduling_timing', 'invalid_cursor'],
    successShape: {
      ok: 'boolean',
      scheduled_messages: [
        { id: 'string', channel_id: 'string', post_at: 'number', date_created: 'number', text: 'string' },
      ],
      response_metadata: { next_cursor: 'string' },
    },
    otherShapes: [],
  },
  {
    ...aboutTeam,
    method: 'team.billing.info',
    botScopes: ['team.billing:read'],
    successShape: { ok: 'boolean', plan: 'string' },
  },
  {
    ...aboutTeam,
    method: 'team.preferences.list',
    botScopes: ['team.preferences:read'],
    successShape: {
      ok: 'boolean',
      allow_message_deletion: 'boolean',
      display_real_names: 'boolean',
      disable_file_uploads: 'string',
      msg_edit_window_mins: 'number',
      who_can_post_general: 'string',
    },
  },
  {
    ...aboutTeam,
    method: 'team.profile.get',
    http: 'GET',
    json: false,
    botScopes: ['users.profile:read'],
    userScopes: ['users.profile:read'],
    args: { visibility: { type: 'string' } },
    errors: ['unknown_method'],
    successShape: { ok: 'boolean', profile: { fields: [], sections: [] } },
  },
  {
    ...aboutTeam,
    method: 'users.profile.set',
    botScopes: [],
    userScopes: ['users.profile:write'],
    args: {
      name: { type: 'string' },
      profile: { type: 'object' },
      user: { type: 'string' },
      value: { type: 'string' },
    },
    errors: [
      'invalid_profile',
      'not_admin',
      'profile_status_set_failed_not_emoji_syntax',
      'profile_status_set_failed_not_valid_emoji',
      'too_long',
      'user_is_bot',
      'user_not_found',
    ],
    successShape: { ok: 'boolean', username: 'string', profile: { real_name: 'string', status_text: 'string' } },
  },
  {
    ...aboutTeam,
    method: 'users.setPresence',
    tier: 't2',
    botScopes: ['users:write'],
    userScopes: ['users:write'],
    required: ['presence'],
    args: { presence: { type: 'string' } },
    errors: ['invalid_presence'],
    successShape: { ok: 'boolean' },
  },
  ...['calls.participants.add', 'calls.participants.remove'].map(
    (method): MethodFacts => ({
      ...aboutTeam,
      method,
      tier: 't2',
      botScopes: ['calls:write'],
      userScopes: ['calls:write'],
      required: ['id', 'users'],
      args: { id: { type: 'string' }, users: { type: 'array' } },
      errors: ['inactive_call', 'internal_error', 'invalid_call_id', 'not_implemented', 'user_not_found'],
      successShape: { ok: 'boolean' },
    }),
  ),
]
