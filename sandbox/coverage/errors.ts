import { methodFacts } from './methods.ts'

/**
 * What any method may answer besides its own errors. The reference leaves these out of the methods' lists; Slack's site
 * repeats them on every method's page (docs.slack.dev/reference/methods/<method>, "Errors") and names the last two kinds
 * under docs.slack.dev/apis/web-api (JSON bodies, rate limits).
 */
export const commonErrors = {
  authentication: [
    'not_authed', // no token
    'invalid_auth', // a token that is not one
    'account_inactive', // the person or the workspace was deactivated
    'token_revoked',
    'token_expired',
    'two_factor_setup_required',
    'org_login_required',
    'team_access_not_granted',
    'enterprise_is_restricted',
    'team_added_to_org',
  ],
  scope: [
    'missing_scope', // comes with `needed` and `provided`
    'no_permission',
    'not_allowed_token_type', // a bot token where only a person's or an app's serves
    'access_denied',
    'accesslimited',
    'ekm_access_denied',
  ],
  arguments: [
    'invalid_arguments', // details in response_metadata.messages
    'missing_argument',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
    'invalid_json',
    'json_not_object',
  ],
  method: ['unknown_method', 'method_deprecated', 'deprecated_endpoint'],
  rate: ['ratelimited'], // HTTP 429 with Retry-After in seconds
  internal: ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'],
} as const satisfies Record<string, readonly string[]>

/**
 * Errors that Slack answers with although the method's page does not name them.
 * - invalid_attachments: bad blocks inside attachments (github.com/soxtoby/SlackNet/issues/241).
 * - msg_too_long: older versions of chat.postMessage's page; the pages of its siblings still name it.
 * - no_such_subteam: slackapi/java-slack-sdk's tests of usergroups.update against the real Slack; usergroups.users.list names it. What
 *   usergroups.create refuses of names and plans, usergroups.update refuses as well.
 * - the others: named by chat.postMessage's page, whose check of blocks and metadata its siblings share.
 */
const unlistedErrors: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['invalid_attachments', 'msg_too_long'],
  'chat.postEphemeral': ['invalid_attachments', 'msg_blocks_too_long', 'invalid_metadata_format', 'metadata_too_large'],
  'chat.scheduleMessage': ['invalid_attachments', 'msg_blocks_too_long'],
  'chat.update': ['msg_blocks_too_long'],
  'usergroups.update': [
    'no_such_subteam',
    'missing_subteam_name',
    'name_already_exists',
    'bad_handle',
    'handle_already_exists',
    'plan_upgrade_required',
  ],
  'usergroups.enable': ['no_such_subteam'],
  'usergroups.disable': ['no_such_subteam'],
  'usergroups.users.update': ['no_such_subteam'],
}

const common: ReadonlySet<string> = new Set(Object.values(commonErrors).flat())

/** Whether Slack is known to answer `error` to `method`. api.test answers whatever error it is asked for. */
export function isDocumentedError(method: string, error: string): boolean {
  if (method === 'api.test' || common.has(error)) return true
  if (unlistedErrors[method]?.includes(error)) return true
  return methodFacts.get(method)?.errors.includes(error) ?? false
}
