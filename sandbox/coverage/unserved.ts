/**
 * What Slack answers a bot's token where this sandbox serves no such method, so that a bot of others meets what it would meet there. All else
 * that is not served answers `unknown_method`.
 */

/**
 * Retired: whoever calls, Slack refuses. Sources: docs.slack.dev/changelog (2020-01 "deprecating antecedents to the conversations api",
 * 2024-04 "a better way to upload files is here to stay"), docs.slack.dev/reference/methods/rtm.start (errors), …/files.upload (errors)
 */
const retired = ['files.upload', 'rtm.start', 'workflows.stepCompleted', 'workflows.stepFailed', 'workflows.updateStep']
const retiredFamilies = ['channels.', 'groups.', 'im.', 'mpim.', 'apps.permissions.']

/**
 * For the tokens of people or of admins, or for an app's configuration: their pages list no scope for bots. `rtm.connect` takes only the bots
 * of classic apps. Source: docs.slack.dev/reference/methods/<method> (scopes), docs.slack.dev/legacy/legacy-rtm-api
 */
const notForBots = [
  'apps.activities.list',
  'apps.icon.set',
  'apps.manifest.create',
  'apps.manifest.delete',
  'apps.manifest.export',
  'apps.manifest.update',
  'apps.manifest.validate',
  'apps.user.connection.update',
  'files.sharedPublicURL',
  'rtm.connect',
  'search.all',
  'search.files',
  'stars.add',
  'stars.list',
  'stars.remove',
  'team.accessLogs',
  'team.billableInfo',
  'team.integrationLogs',
  'users.deletePhoto',
  'users.identity',
  'users.setPhoto',
]
const notForBotsFamilies = ['admin.']

const isAmong = (method: string, names: readonly string[], families: readonly string[]): boolean =>
  names.includes(method) || families.some((family) => method.startsWith(family))

/** Slack's word to a bot that calls a method that is not served here; undefined where only the sandbox lacks it. */
export function refusalOfBots(method: string): 'method_deprecated' | 'not_allowed_token_type' | undefined {
  if (isAmong(method, retired, retiredFamilies)) return 'method_deprecated'
  return isAmong(method, notForBots, notForBotsFamilies) ? 'not_allowed_token_type' : undefined
}
