import { WebAPIRateLimitedError, WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver, type Driver } from '../testing/driver.ts'

let sandbox: Sandbox
let driver: Driver
let now = Date.parse('2026-11-23T01:00:00Z')

const client = (token = 'xoxb-sandbox') =>
  new WebClient(token, {
    slackApiUrl: `${sandbox.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })

/** Slack's error string of a refused call. */
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'ok',
    (error) => error.data?.error ?? error,
  )

beforeAll(async () => {
  sandbox = await createSandbox({ now: () => now })
  driver = createDriver(sandbox.url)
})
afterAll(() => sandbox.close())

describe('rate limits', () => {
  it('of a tier answer 429 with the seconds until the next call is taken', async () => {
    for (let call = 0; call < 20; call += 1) await client().pins.list({ channel: 'C0GENERAL' })
    now += 15_000
    const late = await client()
      .pins.list({ channel: 'C0GENERAL' })
      .catch((error: unknown) => error)
    expect(late).toBeInstanceOf(WebAPIRateLimitedError)
    expect(late).toMatchObject({ retryAfter: 45 })
    now += 46_000
    expect(await refusal(client().pins.list({ channel: 'C0GENERAL' }))).toBe('ok')
  })

  it('of posting count each channel for itself, and spare people', async () => {
    const post = (channel: string, token?: string) => client(token).chat.postMessage({ channel, text: 'x' })
    for (let call = 0; call < 5; call += 1) await post('C0GENERAL')
    await expect(post('C0GENERAL')).rejects.toMatchObject({ retryAfter: 1 })
    expect(await refusal(post('C0INCIDENTS'))).toBe('ok')
    expect(await refusal(post('C0GENERAL', 'xoxp-tanaka'))).toBe('ok')
    now += 1000
    expect(await refusal(post('C0GENERAL'))).toBe('ok')
  })
})

describe('faults', () => {
  it('meet so many calls, and each error and delay as ordered', async () => {
    await driver.fault({ method: 'team.info', times: 1, error: 'fatal_error' })
    await driver.fault({ method: '*', times: 2, latency_ms: 30 })
    expect(await refusal(client().team.info())).toBe('fatal_error')
    expect(await refusal(client().team.info())).toBe('ok')
    expect(await refusal(client().team.info())).toBe('ok')
    const [first, second, third] = (await driver.calls()).slice(-3)
    expect(first?.ms).toBeGreaterThanOrEqual(29)
    expect(second?.ms).toBeGreaterThanOrEqual(29)
    expect(third).toMatchObject({ ok: true, method: 'team.info' })
  })

  it('cut the connection before the call, or after it took effect', async () => {
    now += 60_000
    await driver.fault({ method: 'chat.postMessage', times: 1, cut: 'before' })
    await expect(client().chat.postMessage({ channel: 'C0DRILLS', text: '前' })).rejects.toThrow()
    await driver.fault({ method: 'chat.postMessage', times: 1, cut: 'after' })
    await expect(client().chat.postMessage({ channel: 'C0DRILLS', text: '後' })).rejects.toThrow()
    expect((await driver.messages('drills')).map((message) => message.text)).toEqual(['後'])
    expect((await driver.calls()).slice(-2)).toMatchObject([
      { cut: 'before', ok: false },
      { cut: 'after', ok: true },
    ])
  })

  it('answer 503 and 429, until cleared', async () => {
    await driver.fault({ method: 'emoji.list', http_status: 503 })
    await expect(client().emoji.list()).rejects.toThrow()
    await expect(client().emoji.list()).rejects.toThrow()
    await driver.clearFaults()
    await driver.fault({ method: 'emoji.list', times: 1, retry_after: 7 })
    await expect(client().emoji.list()).rejects.toMatchObject({ retryAfter: 7 })
    expect(await refusal(client().emoji.list())).toBe('ok')
  })
})

describe('tokens', () => {
  it('are told apart, and a missing scope says what is needed', async () => {
    expect(await refusal(client('xoxb-other').auth.test())).toBe('invalid_auth')
    expect(await refusal(client('xoxp-ogawa').auth.test())).toBe('account_inactive')
    expect(await refusal(client('xoxb-sandbox').apps.connections.open())).toBe('not_allowed_token_type')
    expect(await client('xoxp-tanaka').auth.test()).toMatchObject({ user: 'tanaka', user_id: 'U0TANAKA' })
    const { scopes } = sandbox.workspace
    await driver.scopes(['chat:write'])
    await expect(client().conversations.create({ name: 'x' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: expect.stringContaining('channels:manage'), provided: 'chat:write' },
    })
    await driver.scopes(scopes)
  })

  it('of others stand in the log only by their kind', async () => {
    await refusal(client('xoxb-1234-secret').auth.test())
    expect((await driver.calls()).at(-1)?.token).toBe('xoxb-…')
  })
})

it('an unknown method answers 200 and unknown_method', async () => {
  const response = await fetch(`${sandbox.url}/api/chat.shout`)
  expect([response.status, await response.json()]).toMatchObject([200, { ok: false, error: 'unknown_method' }])
})

it.each([
  ['files.upload', 'xoxb-sandbox', 'method_deprecated'],
  ['channels.list', 'xoxb-sandbox', 'method_deprecated'],
  ['rtm.connect', 'xoxb-sandbox', 'not_allowed_token_type'],
  ['stars.add', 'xoxb-sandbox', 'not_allowed_token_type'],
  ['admin.users.list', 'xoxb-sandbox', 'not_allowed_token_type'],
  ['admin.users.list', 'xoxb-wrong', 'invalid_auth'],
  ['stars.add', 'xoxp-tanaka', 'unknown_method'],
])('%s, which is not served, answers the token %s what Slack does', async (method, token, error) => {
  const response = await fetch(`${sandbox.url}/api/${method}`, { method: 'POST', body: new URLSearchParams({ token }) })
  expect(await response.json()).toMatchObject({ ok: false, error })
})

it('a page of another site is turned away', async () => {
  const response = await fetch(`${sandbox.url}/_sandbox/state`, { headers: { origin: 'https://evil.example' } })
  expect(response.status).toBe(403)
})
