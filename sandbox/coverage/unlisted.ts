import type { MethodFacts } from './methods.ts'

/** `users.info` takes several people: the error `too_many_users` is of `users`, which the reference forgot. */
export const moreArguments: Readonly<Record<string, Pick<MethodFacts, 'args' | 'required'>>> = {
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
]
