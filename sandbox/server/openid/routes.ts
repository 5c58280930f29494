import type { IncomingMessage, ServerResponse } from 'node:http'
import { appSettings } from '../seed/app.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isRedirect, person, send } from './browser.ts'
import { install } from './install-routes.ts'
import type { Asked } from './openid.ts'
import { refusedPage } from './pages.ts'

const known = new Set(['openid', 'email', 'profile'])

/** What Slack's own discovery document says, at this address. Source: slack.com/.well-known/openid-configuration */
const discovered = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/openid/connect/authorize`,
  token_endpoint: `${url}/api/openid.connect.token`,
  userinfo_endpoint: `${url}/api/openid.connect.userInfo`,
  jwks_uri: `${url}/openid/connect/keys`,
  scopes_supported: ['openid', 'profile', 'email'],
  response_types_supported: ['code'],
  response_modes_supported: ['form_post'],
  grant_types_supported: ['authorization_code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['sub', 'auth_time', 'iss'],
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: true,
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
})

/** What is asked for, or Slack's word for what is wrong with it. */
function read(query: URLSearchParams, team: string): Asked | string {
  const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter(Boolean)
  const redirect = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== appSettings.clientId) return 'invalid_client_id'
  if (query.get('response_type') !== 'code') return 'invalid_response_type'
  if (!scopes.includes('openid') || scopes.some((scope) => !known.has(scope))) return 'invalid_scope'
  if (!isRedirect(redirect)) return 'bad_redirect_uri'
  const wanted = query.get('team')
  if (wanted && wanted !== team) return 'invalid_team'
  const challenge = query.get('code_challenge') ?? undefined
  if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') return 'invalid_code_challenge_method'
  return { clientId: appSettings.clientId, redirect, scopes, nonce: query.get('nonce') ?? '', challenge }
}

/** Where a browser signs in: it chooses whose it is, or says so by `sandbox_as=<handle>`, and goes back to the app with a code. */
function authorize(workspace: Workspace, response: ServerResponse, url: URL): void {
  const asked = read(url.searchParams, workspace.team.id)
  const refused = (error: string) => send(response, 400, 'text/html', refusedPage(error))
  if (typeof asked === 'string') {
    refused(asked)
    return
  }
  const who = person(workspace, response, url)
  if (!who) return
  const back = new URL(asked.redirect)
  back.searchParams.set('code', workspace.openId.grant(who.id, asked))
  const state = url.searchParams.get('state')
  if (state !== null) back.searchParams.set('state', state)
  response.writeHead(302, { location: back.href, 'cache-control': 'no-store' })
  response.end()
}

/** Sign-in with OpenID Connect and the installation of the app, but for their methods. False where the address is none of these. */
export function serveOpenId(
  workspace: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): boolean {
  if (request.method !== 'GET') return false
  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      send(response, 200, 'application/json', JSON.stringify(discovered(workspace.url)))
      return true
    case '/openid/connect/keys':
      send(response, 200, 'application/json', JSON.stringify(workspace.openId.keys()))
      return true
    case '/openid/connect/authorize':
      authorize(workspace, response, url)
      return true
    case '/oauth/v2/authorize':
      install(workspace, response, url)
      return true
    default:
      return false
  }
}
