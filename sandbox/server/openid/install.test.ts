import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { HTTPReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await createSandbox({ rateLimits: false })
})
afterEach(() => sandbox.close())

const client = { client_id: 'sandbox', client_secret: 'sandbox' }
const redirect_uri = 'http://127.0.0.1:3000/oauth'

/** Goes where the app sends a browser; answers where it comes back to. */
async function authorize(more: Record<string, string>): Promise<URL> {
  const query = new URLSearchParams({ client_id: 'sandbox', redirect_uri, state: 's', sandbox_as: 'tanaka', ...more })
  const response = await fetch(`${sandbox.url}/oauth/v2/authorize?${query}`, { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? `http://refused/?status=${response.status}`)
}

const clientOf = (token?: string) =>
  new WebClient(token, { slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 } })
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error) => error.data.error,
  )

it('an app is installed, gives its token back, and is installed again', async () => {
  const back = await authorize({ scope: 'chat:write,canvases:write', user_scope: 'users.profile:write' })
  expect(back.searchParams.get('state')).toBe('s')
  const code = back.searchParams.get('code') ?? ''
  const told = await clientOf().oauth.v2.access({ ...client, code, redirect_uri })
  expect(told).toMatchObject({
    access_token: 'xoxb-sandbox',
    token_type: 'bot',
    scope: 'chat:write,canvases:write',
    bot_user_id: 'U0SSSBOT01',
    team: { id: 'T0SANDBOX01' },
    enterprise: null,
    authed_user: { id: 'U0TANAKA', access_token: 'xoxp-tanaka', scope: 'users.profile:write' },
  })
  expect(await refusal(clientOf().oauth.v2.access({ ...client, code, redirect_uri }))).toBe('invalid_code')
  const bot = clientOf('xoxb-sandbox')
  expect(await bot.auth.revoke({ test: true })).toMatchObject({ revoked: false })
  expect(await bot.auth.revoke()).toMatchObject({ revoked: true })
  expect(await refusal(bot.auth.test())).toBe('token_revoked')
  const again = (await authorize({ scope: 'chat:write' })).searchParams.get('code') ?? ''
  await clientOf().oauth.v2.access({ ...client, code: again, redirect_uri })
  expect(await refusal(bot.auth.test())).toBe('ok')
})

it('what does not fit is refused in Slack’s words', async () => {
  const code = async () => (await authorize({ scope: 'chat:write' })).searchParams.get('code') ?? ''
  for (const [wrong, error] of [
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ client_secret: 'guess' }, 'bad_client_secret'],
    [{ redirect_uri: 'http://127.0.0.1:3000/other' }, 'bad_redirect_uri'],
    [{ grant_type: 'password' }, 'invalid_grant_type'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_refresh_token'],
  ] as const) {
    const access = clientOf().oauth.v2.access({ ...client, code: await code(), redirect_uri, ...wrong } as never)
    expect(await refusal(access)).toBe(error)
  }
  expect((await authorize({ scope: 'chat:write', redirect_uri: 'http://elsewhere.example.com/' })).host).toBe('refused')
  expect((await authorize({})).host).toBe('refused')
  expect((await authorize({ scope: 'chat:write', sandbox_says: 'no' })).searchParams.get('error')).toBe('access_denied')
  const { client_id, client_secret } = client
  const basic = { authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}` }
  const body = new URLSearchParams({ code: await code(), redirect_uri })
  const response = await fetch(`${sandbox.url}/api/oauth.v2.access`, { method: 'POST', headers: basic, body })
  expect(await response.json()).toMatchObject({ ok: true })
  expect(await refusal(clientOf('xoxb-sandbox').oauth.v2.exchange({ ...client, token: 'xoxb-sandbox' }))).toBe(
    'token_rotation_not_enabled',
  )
})

it('Slack’s own installer for Node runs on it', async () => {
  const { installer } = new HTTPReceiver({
    signingSecret: 'sandbox',
    clientId: 'sandbox',
    clientSecret: 'sandbox',
    stateSecret: 'any',
    scopes: ['chat:write'],
    installerOptions: {
      authorizationUrl: `${sandbox.url}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
    },
  })
  const address = await installer?.generateInstallUrl({ scopes: ['chat:write'], redirectUri: redirect_uri })
  const response = await fetch(`${address}&sandbox_as=sato`, { redirect: 'manual' })
  const back = new URL(response.headers.get('location') ?? '')
  const request = new IncomingMessage(new Socket())
  request.url = `${back.pathname}${back.search}`
  request.headers.cookie = `slack-app-oauth-state=${back.searchParams.get('state')}`
  const done = await new Promise((resolve, reject) => {
    installer?.handleCallback(request, new ServerResponse(request), {
      success: ({ user, bot }) => resolve({ user: user.id, token: bot?.token }),
      failure: reject,
    })
  })
  expect(done).toEqual({ user: 'U0SATO', token: 'xoxb-sandbox' })
})
