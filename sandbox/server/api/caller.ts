import { methodFacts } from '../../coverage/index.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import type { Actor } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Who calls: the bot, the app itself (its app-level token), a person, or an app for one who signed in to it. */
export type Caller = { kind: 'bot' | 'app' | 'person' | 'signed-in'; actor: Actor; scopes?: readonly string[] }

/** The caller of a token. Refuses with `not_authed`, `token_revoked`, `invalid_auth`, `account_inactive`. */
export function callerOf(workspace: Workspace, token: string): Caller {
  if (token === '') refuse('not_authed')
  if (workspace.revoked.has(token)) refuse('token_revoked')
  if (token === appSettings.botToken) return { kind: 'bot', actor: { id: workspace.botId, bot: true } }
  if (token === appSettings.appToken) return { kind: 'app', actor: { id: workspace.botId, bot: true } }
  const holder = workspace.openId.holderOf(token)
  if (holder) return { kind: 'signed-in', actor: { id: holder.user, bot: false }, scopes: holder.scopes }
  const person = token.startsWith('xoxp-') ? workspace.userByHandle(token.slice('xoxp-'.length)) : undefined
  if (!person || person.is_bot) refuse('invalid_auth')
  if (person.deleted) refuse('account_inactive')
  return { kind: 'person', actor: { id: person.id, bot: false } }
}

/** Methods for the app-level token, and those for any caller or none. */
const appLevel = new Set(['apps.connections.open'])
const open = new Set(['api.test', 'blocks.validate', 'openid.connect.token', 'oauth.v2.access'])
/** All that the token of one who signed in is for. */
const aboutMe = 'openid.connect.userInfo'

/** A method that works with a person's token alone: Slack documents scopes for those, and none for bots. */
function isForPeople(method: string): boolean {
  const facts = methodFacts.get(method)
  return facts !== undefined && facts.botScopes.length === 0 && facts.userScopes.length > 0
}

/** Refuses a kind of token that the method does not take, and no token where one is needed. */
export function checkTokenKind(method: string, kind: Caller['kind']): void {
  if (appLevel.has(method) ? kind !== 'app' : kind === 'app' && !open.has(method)) refuse('not_allowed_token_type')
  if (method === aboutMe ? kind !== 'signed-in' : kind === 'signed-in' && !open.has(method) && method !== 'auth.revoke')
    refuse('not_allowed_token_type')
  if (kind === 'bot' && isForPeople(method)) refuse('not_allowed_token_type')
  if (kind === 'person' && method.startsWith('views.')) refuse('not_allowed_token_type')
}

export function needsToken(method: string): boolean {
  return !open.has(method)
}

/** How a token stands in the log: the sandbox's own as they are, anybody else's only by its kind. */
export function tokenForLog(workspace: Workspace, token: string): string {
  if (token === '' || token === appSettings.botToken || token === appSettings.appToken) return token
  if (token.startsWith('xoxp-') && workspace.userByHandle(token.slice('xoxp-'.length))) return token
  return `${token.slice(0, 5)}…`
}
