import { createHash } from 'node:crypto'
import { isSame } from '../ids.ts'
import { claimsOf } from '../openid/openid.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import type { Call, Methods } from './call.ts'

/** Exchanges a code for who signed in. Each argument must be what the browser was sent with. */
function token({ args, workspace }: Call) {
  if (args.text('client_id') !== appSettings.clientId) refuse('invalid_client_id')
  if (!isSame(args.text('client_secret'), appSettings.clientSecret)) refuse('bad_client_secret')
  const kind = args.optionalText('grant_type') ?? 'authorization_code'
  if (kind !== 'authorization_code') refuse('invalid_grant_type')
  const granted = workspace.openId.take(args.text('code')) ?? refuse('invalid_code')
  if (args.optionalText('redirect_uri') !== granted.redirect) refuse('bad_redirect_uri')
  if (granted.challenge !== undefined) {
    const verifier = args.text('code_verifier')
    const hash = createHash('sha256').update(verifier).digest('base64url')
    if (verifier.length < 43 || verifier.length > 128 || !isSame(hash, granted.challenge)) refuse('invalid_grant')
  }
  const person = workspace.user(granted.user)
  if (!person || person.deleted) return refuse('invalid_code')
  const access_token = workspace.openId.tokenFor(granted)
  const claims = claimsOf(person, granted.scopes, workspace.team)
  const id_token = workspace.openId.identity(workspace.url, granted, access_token, claims)
  return { access_token, token_type: 'Bearer', id_token }
}

function userInfo({ actor, workspace, scopes = [] }: Call) {
  const person = workspace.user(actor.id) ?? refuse('invalid_auth')
  return { sub: person.id, ...claimsOf(person, scopes, workspace.team) }
}

export const openId: Methods = {
  'openid.connect.token': token,
  'openid.connect.userInfo': userInfo,
}
