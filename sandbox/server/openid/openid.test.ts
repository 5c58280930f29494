import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { matchesShape } from '../../coverage/index.ts'
import { createSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox
let now = Date.parse('2026-11-23T05:00:00Z')
beforeEach(async () => {
  sandbox = await createSandbox({ now: () => now })
})
afterEach(() => sandbox.close())

const redirect = 'https://bot.example.com/sign-in/slack'
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

const asked = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox',
    scope: 'openid',
    redirect_uri: redirect,
    state: 'st',
    nonce: 'no',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })

const authorize = (more: Record<string, string> = {}) =>
  fetch(`${sandbox.url}/openid/connect/authorize?${asked(more)}`, { redirect: 'manual' })

/** The code with which tanaka's browser goes back. */
async function code(more: Record<string, string> = {}): Promise<string> {
  const answer = await authorize({ sandbox_as: 'tanaka', ...more })
  const back = new URL(answer.headers.get('location') ?? '')
  expect([answer.status, back.origin + back.pathname, back.searchParams.get('state')]).toEqual([302, redirect, 'st'])
  return back.searchParams.get('code') ?? ''
}

const answer = z.looseObject({ ok: z.boolean(), error: z.string().optional(), id_token: z.string().optional() })

async function call(method: string, args: Record<string, string>, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const init = { method: 'POST', headers, body: new URLSearchParams(args) }
  return answer.parse(await (await fetch(`${sandbox.url}/api/${method}`, init)).json())
}

const exchange = (args: Record<string, string>) =>
  call('openid.connect.token', {
    client_id: 'sandbox',
    client_secret: 'sandbox',
    grant_type: 'authorization_code',
    redirect_uri: redirect,
    code_verifier: verifier,
    ...args,
  })

const claimsIn = (token = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('tells who signed in, signed with the key that it publishes, and once', async () => {
  const good = await code({ scope: 'openid email profile' })
  const told = await exchange({ code: good })
  expect(told).toMatchObject({ ok: true, token_type: 'Bearer' })
  expect(matchesShape('openid.connect.token', told)).toEqual([])
  const claims = claimsIn(told.id_token)
  expect(claims).toMatchObject({
    iss: sandbox.url,
    aud: 'sandbox',
    sub: 'U0TANAKA',
    nonce: 'no',
    email: 'tanaka@example.com',
    'https://slack.com/user_id': 'U0TANAKA',
    'https://slack.com/team_id': 'T0SANDBOX01',
  })
  const { keys } = z
    .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
    .parse(await (await fetch(`${sandbox.url}/openid/connect/keys`)).json())
  const [head, body, signature = ''] = (told.id_token ?? '').split('.')
  const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' })
  expect(verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(await exchange({ code: good })).toMatchObject({ ok: false, error: 'invalid_code' })

  const info = await call('openid.connect.userInfo', {}, String(told.access_token))
  expect(info).toMatchObject({ ok: true, sub: 'U0TANAKA', name: claims.name })
  expect(matchesShape('openid.connect.userInfo', info)).toEqual([])
  const post = await call('chat.postMessage', { channel: 'C0GENERAL', text: 'x' }, String(told.access_token))
  expect(post).toMatchObject({ ok: false, error: 'not_allowed_token_type' })
})

test('says an empty nonce to whoever sent none', async () => {
  const told = await exchange({ code: await code({ nonce: '' }) })
  expect(claimsIn(told.id_token).nonce).toBe('')
})

test('refuses whatever is not what the browser was sent with', async () => {
  for (const [wrong, error] of [
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ client_secret: 'guess' }, 'bad_client_secret'],
    [{ redirect_uri: 'https://elsewhere.example.com/' }, 'bad_redirect_uri'],
    [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    [{ code: 'nothing' }, 'invalid_code'],
    [{ grant_type: 'password' }, 'invalid_grant_type'],
  ] as const) {
    expect(await exchange({ code: await code(), ...wrong })).toMatchObject({ ok: false, error })
  }
  const late = await code()
  now += 11 * 60_000
  expect(await exchange({ code: late })).toMatchObject({ ok: false, error: 'invalid_code' })
})

test('sends nobody back to where Slack would not, nor whoever could not sign in to Slack', async () => {
  const refused = async (more: Record<string, string>) => {
    const { status } = await authorize({ sandbox_as: 'tanaka', ...more })
    return status
  }
  expect(await refused({ redirect_uri: 'http://bot.example.com/' })).toBe(400)
  expect(await refused({ redirect_uri: 'http://127.0.0.1:3000/' })).toBe(302)
  expect(await refused({ client_id: 'other' })).toBe(400)
  expect(await refused({ scope: 'profile' })).toBe(400)
  expect(await refused({ team: 'T0OTHER' })).toBe(400)
  expect(await refused({ sandbox_as: 'sssbot' })).toBe(400)
  const gone = [...sandbox.workspace.users.kept.values()].find(({ deleted }) => deleted)
  expect(await refused({ sandbox_as: gone?.name ?? '' })).toBe(400)
})

test('without a name it lets one choose a person, by one click', async () => {
  const page = await (await authorize()).text()
  expect(page).toContain('@tanaka')
  expect(page).not.toContain('@member-001')
  const [, link = ''] = /href="([^"]*sandbox_as=tanaka)"/.exec(page) ?? []
  const chosen = await fetch(sandbox.url + link.replaceAll('&#38;', '&'), { redirect: 'manual' })
  expect(chosen.headers.get('location')).toMatch(
    /^https:\/\/bot\.example\.com\/sign-in\/slack\?code=\w+\.\w+&state=st$/,
  )
})
