import { createHash } from 'node:crypto'
import { isSame } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import type { Call, Methods } from './call.ts'

/** Refuses whoever is not the app. */
function checkClient({ args }: Call): void {
  if (args.text('client_id') !== appSettings.clientId) refuse('invalid_client_id')
  if (!isSame(args.text('client_secret'), appSettings.clientSecret)) refuse('bad_client_secret')
}

/** Refuses a verifier that the browser was not sent with. */
function checkVerifier({ args }: Call, challenge: string | undefined): void {
  if (challenge === undefined) return
  const verifier = args.text('code_verifier')
  const hash = createHash('sha256').update(verifier).digest('base64url')
  if (verifier.length < 43 || verifier.length > 128 || !isSame(hash, challenge)) refuse('invalid_code_verifier')
}

/**
 * Exchanges the code of an installation for tokens: the bot's is the workspace's own, which this gives back where it was revoked; a person's is
 * theirs. Tokens do not rotate here. Source: docs.slack.dev/reference/methods/oauth.v2.access
 */
function access(call: Call) {
  const { args, workspace } = call
  checkClient(call)
  const kind = args.optionalText('grant_type') ?? 'authorization_code'
  if (kind === 'refresh_token') refuse('invalid_refresh_token')
  if (kind !== 'authorization_code') refuse('invalid_grant_type')
  const granted = workspace.installations.take(args.text('code')) ?? refuse('invalid_code')
  if (granted.redirect !== args.optionalText('redirect_uri')) refuse('bad_redirect_uri')
  checkVerifier(call, granted.challenge)
  const person = workspace.user(granted.user)
  if (!person || person.deleted) return refuse('invalid_code')
  const { id, name } = workspace.team
  const own = { token_type: 'user', access_token: `xoxp-${person.name}`, scope: granted.userScopes.join(',') }
  if (granted.userScopes.length > 0) workspace.revoked.delete(own.access_token)
  const bot =
    granted.scopes.length === 0
      ? {}
      : {
          access_token: appSettings.botToken,
          token_type: 'bot',
          scope: granted.scopes.join(','),
          bot_user_id: workspace.botId,
        }
  if (granted.scopes.length > 0) {
    workspace.revoked.delete(appSettings.botToken)
    workspace.grantScopes(granted.scopes)
  }
  return {
    app_id: appSettings.appId,
    ...bot,
    team: { id, name },
    enterprise: null,
    authed_user: { id: person.id, ...(granted.userScopes.length > 0 ? own : {}) },
    is_enterprise_install: false,
  }
}

/** Tokens of this workspace's app do not rotate, so that none is exchanged. */
function exchange(call: Call): never {
  checkClient(call)
  refuse('token_rotation_not_enabled')
}

/**
 * Gives the token back that the call came with: it is `token_revoked` from then on, until the app is installed again or the workspace begins
 * anew. Source: docs.slack.dev/reference/methods/auth.revoke
 */
function revoke({ args, actor, token, workspace }: Call) {
  if (args.flag('test')) return { revoked: false }
  workspace.revoked.add(token)
  workspace.openId.forget(token)
  const tokens = actor.bot ? { oauth: [], bot: [actor.id] } : { oauth: [actor.id], bot: [] }
  workspace.happened({ type: 'tokens_revoked', tokens, event_ts: workspace.newTs() })
  if (actor.bot) workspace.happened({ type: 'app_uninstalled', event_ts: workspace.newTs() })
  return { revoked: true }
}

/** How an app comes into the workspace and leaves it. */
export const installation: Methods = {
  'auth.revoke': revoke,
  'oauth.v2.access': access,
  'oauth.v2.exchange': exchange,
}
