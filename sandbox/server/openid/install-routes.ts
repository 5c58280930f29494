import type { ServerResponse } from 'node:http'
import { appSettings } from '../seed/app.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isRedirect, person, send } from './browser.ts'
import type { Installation } from './installations.ts'
import { refusedPage } from './pages.ts'

type Asked = Omit<Installation, 'user' | 'at'> & { back: string }

const listed = (text: string | null): string[] => (text ?? '').split(/[ ,]+/).filter(Boolean)

/** Slack goes back to addresses that the app has named, or to what lies below one of them. */
function isNamed(redirect: string, named: readonly string[]): boolean {
  return named.some(
    (each) =>
      redirect === each ||
      redirect.startsWith(each.endsWith('/') ? each : `${each}/`) ||
      redirect.startsWith(`${each}?`),
  )
}

/** What is asked for, or Slack's word for what is wrong with it. */
function read({ app, team }: Workspace, query: URLSearchParams): Asked | string {
  if (query.get('client_id') !== appSettings.clientId) return 'invalid_client_id'
  const scopes = listed(query.get('scope'))
  const userScopes = listed(query.get('user_scope'))
  if (scopes.length + userScopes.length === 0) return 'no_scopes'
  if ([...scopes, ...userScopes].some((scope) => !/^[a-z]+([.:_-][a-z0-9_.:-]+)*$/.test(scope))) return 'invalid_scope'
  const redirect = query.get('redirect_uri') ?? undefined
  const back = redirect ?? app.redirects[0]
  if (back === undefined || !isRedirect(back)) return 'bad_redirect_uri'
  if (redirect !== undefined && app.redirects.length > 0 && !isNamed(redirect, app.redirects)) return 'bad_redirect_uri'
  const wanted = query.get('team')
  if (wanted && wanted !== team.id) return 'invalid_team'
  const challenge = query.get('code_challenge') ?? undefined
  if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') return 'invalid_code_challenge_method'
  return { redirect, back, scopes, userScopes, challenge }
}

/**
 * Where a browser installs the app: its person is chosen, or named by `sandbox_as=<handle>`; `sandbox_says=no` sends them back refusing.
 * Source: docs.slack.dev/authentication/installing-with-oauth
 */
export function install(workspace: Workspace, response: ServerResponse, url: URL): void {
  const asked = read(workspace, url.searchParams)
  if (typeof asked === 'string') {
    send(response, 400, 'text/html', refusedPage(asked))
    return
  }
  const who = person(workspace, response, url)
  if (!who) return
  const back = new URL(asked.back)
  const isRefused = url.searchParams.get('sandbox_says') === 'no'
  const { back: _back, ...wanted } = asked
  if (isRefused) back.searchParams.set('error', 'access_denied')
  else back.searchParams.set('code', workspace.installations.grant({ ...wanted, user: who.id }))
  const state = url.searchParams.get('state')
  if (state !== null) back.searchParams.set('state', state)
  response.writeHead(302, { location: back.href, 'cache-control': 'no-store' })
  response.end()
}
