import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createManualClock } from '../clock.ts'
import { silentLog } from '../log.ts'
import { createSlack, type Slack } from './index.ts'

let server: Server
let slack: Slack
let answer: (request: IncomingMessage, response: ServerResponse, body: URLSearchParams) => void
const clock = createManualClock()
const asPerson = { lane: 'person' } as const
const post = { channel: 'C1', text: 'hello' }

beforeEach(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    answer(request, response, new URLSearchParams(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  slack = createSlack({ token: 'xoxb-test', apiUrl: url(), timeoutMs: 1000, log: silentLog, clock })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
const answers = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
  answer = (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

describe('the pause that a 429 asks for', () => {
  test.each([
    ['nothing', {}, 1_000],
    ['no pause', { 'retry-after': '0' }, 1_000],
    ['less than none', { 'retry-after': '-5' }, 1_000],
    ['a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 1_000],
    ['half a minute', { 'retry-after': '30' }, 30_000],
    ['a day', { 'retry-after': '86400' }, 15 * 60_000],
  ])('is within what makes sense: %s', async (_, headers: Record<string, string>, retryAfterMs) => {
    answers('<html>Too many</html>', 429, headers)
    expect(await slack.call('chat.postMessage', post, asPerson)).toEqual({ is: 'limited', retryAfterMs })
    expect(await slack.call('users.list', {}, asPerson)).toEqual({ is: 'limited', retryAfterMs })
  })
})

describe('a call to Slack', () => {
  test('brings its answer, and carries the token and the arguments', async () => {
    let seen: unknown
    answer = (request, response, body) => {
      seen = [request.url, request.headers.authorization, body.get('channel'), JSON.parse(body.get('metadata') ?? '')]
      response.end(JSON.stringify({ ok: true, channel: 'C1', ts: '17.1' }))
    }
    const metadata = { event_type: 'slot', event_payload: { slot: 'card' } }
    const outcome = await slack.call('chat.postMessage', { ...post, metadata }, asPerson)
    expect(outcome).toMatchObject({ is: 'done', value: { channel: 'C1', ts: '17.1' } })
    expect(seen).toEqual(['/api/chat.postMessage', 'Bearer xoxb-test', 'C1', metadata])
  })

  test('is refused in words that say what to change', async () => {
    answers({ ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'commands' })
    const refused = await slack.call('chat.postMessage', post, asPerson)
    expect(refused).toEqual({ is: 'refused', error: 'missing_scope', needed: 'chat:write' })
    answers({ ok: false, error: 'invalid_blocks', response_metadata: { messages: ['[ERROR] too long [/blocks/0]'] } })
    const invalid = await slack.call('chat.postMessage', post, asPerson)
    expect(invalid).toEqual({ is: 'refused', error: 'invalid_blocks', messages: ['[ERROR] too long [/blocks/0]'] })
  })

  test('that reads a long list keeps what is used of it, and is not written out anew for anybody', async () => {
    const profile = { email: 'tanaka@example.com', image_512: 'https://avatars.example.com/1_512.png' }
    const member = { id: 'U1', name: 'tanaka', color: '9f69e7', profile }
    answers(JSON.stringify({ ok: true, members: [member], response_metadata: { next_cursor: 'bmV4dA==' } }))
    const written = vi.spyOn(JSON, 'stringify')
    const outcome = await slack.call('users.list', { limit: 1000, cursor: 'Zmlyc3Q=' }, asPerson)
    const texts = written.mock.results.map(({ value }) => String(value))
    written.mockRestore()
    expect(outcome).toEqual({
      is: 'done',
      value: expect.objectContaining({
        members: [{ id: 'U1', name: 'tanaka', profile: { email: 'tanaka@example.com' } }],
        response_metadata: expect.objectContaining({ next_cursor: 'bmV4dA==' }),
      }),
    })
    expect(texts.filter((text) => text.includes('tanaka'))).toEqual([])
  })

  test('that reads is told apart by what became of it, as any other', async () => {
    const list = () => slack.call('users.list', {}, asPerson)
    answers({ ok: false, error: 'missing_scope', needed: 'users:read' })
    expect(await list()).toEqual({ is: 'refused', error: 'missing_scope', needed: 'users:read' })
    answers('', 500)
    expect(await list()).toEqual({ is: 'unsure', reason: 'http5xx' })
    answers('<html>Sign in</html>')
    expect(await list()).toEqual({ is: 'unsure', reason: 'unreadable' })
    answer = (request) => request.socket.destroy()
    expect(await list()).toEqual({ is: 'unsure', reason: 'cut' })
    answer = () => {}
    expect(await list()).toEqual({ is: 'unsure', reason: 'timeout' })
    answers('', 429, { 'retry-after': '7' })
    expect(await list()).toEqual({ is: 'limited', retryAfterMs: 7000 })
  })

  test('for what holds already is done', async () => {
    answers({ ok: false, error: 'already_pinned' })
    const pinned = await slack.call('pins.add', { channel: 'C1', timestamp: '1.1' }, asPerson)
    expect(pinned).toEqual({ is: 'done', value: {}, already: true })
  })

  test('that invites several people is not done since one was there already', async () => {
    answers({
      ok: false,
      error: 'already_in_channel',
      errors: [{ user: 'U1', ok: false, error: 'already_in_channel' }],
    })
    const one = await slack.call('conversations.invite', { channel: 'C1', users: 'U1' }, asPerson)
    expect(one).toMatchObject({ is: 'done', already: true })
    const several = await slack.call('conversations.invite', { channel: 'C1', users: 'U1,U2' }, asPerson)
    expect(several).toMatchObject({ is: 'refused', errors: [{ user: 'U1', error: 'already_in_channel' }] })
  })

  test.each<[string, () => void, object]>([
    ['after which Slack fell silent', () => (answer = () => {}), { is: 'unsure', reason: 'timeout' }],
    ['that was cut off', () => (answer = (request) => request.socket.destroy()), { is: 'unsure', reason: 'cut' }],
    ['answered 503', () => answers('busy', 503), { is: 'unsure', reason: 'http5xx' }],
    ['answered with a page', () => answers('<html>sign in to the guest network</html>'), { reason: 'unreadable' }],
    ['answered without what matters', () => answers({ ok: true }), { is: 'unsure', reason: 'unreadable' }],
    ['that failed inside Slack', () => answers({ ok: false, error: 'internal_error' }), { is: 'unsure' }],
    ['stopped by a proxy', () => answers('no', 403), { is: 'unreached', reason: 'http_403' }],
  ])('%s says whether it may have taken effect', async (_, behave, expected) => {
    behave()
    expect(await slack.call('chat.postMessage', post, asPerson)).toMatchObject(expected)
  })

  test('to a Slack that is not there was surely without effect', async () => {
    const nobody = createSlack({ token: 'xoxb-test', apiUrl: url(), log: silentLog, clock })
    server.close()
    expect(await nobody.call('chat.postMessage', post, asPerson)).toEqual({ is: 'unreached', reason: 'ECONNREFUSED' })
  })
})

describe('a 429', () => {
  test('pauses that method in that channel only, for as long as Slack says', async () => {
    answers('', 429, { 'retry-after': '30' })
    expect(await slack.call('chat.postMessage', post, asPerson)).toEqual({ is: 'limited', retryAfterMs: 30_000 })
    answers({ ok: true, channel: 'C1', ts: '17.1' })
    await clock.advanceBy(10_000)
    expect(await slack.call('chat.postMessage', post, asPerson)).toEqual({ is: 'limited', retryAfterMs: 20_000 })
    expect(await slack.call('chat.postMessage', { ...post, channel: 'C2' }, asPerson)).toMatchObject({ is: 'done' })
    expect(await slack.call('chat.update', { ...post, ts: '17.1' }, asPerson)).toMatchObject({ is: 'done' })
    await clock.advanceBy(20_000)
    expect(await slack.call('chat.postMessage', post, asPerson)).toMatchObject({ is: 'done' })
  })

  test('without a time is waited out for a second', async () => {
    answers('', 429)
    expect(await slack.call('users.info', { user: 'U1' }, asPerson)).toEqual({ is: 'limited', retryAfterMs: 1_000 })
  })
})

test('twenty broadcasts to different channels are all on their way at once', async () => {
  const waiting: ServerResponse[] = []
  const all = Promise.withResolvers<void>()
  answer = (_, response) => {
    if (waiting.push(response) === 20) all.resolve()
  }
  const patient = createSlack({ token: 'xoxb-test', apiUrl: url(), log: silentLog, clock })
  const calls = Array.from({ length: 20 }, (_, n) =>
    patient.call('chat.postMessage', { channel: `C${n}`, text: 'outage' }, { lane: 'announce' }),
  )
  await all.promise
  for (const response of waiting) response.end(JSON.stringify({ ok: true, channel: 'C', ts: '17.1' }))
  expect((await Promise.all(calls)).map(({ is }) => is)).toEqual(Array.from({ length: 20 }, () => 'done'))
})

test('a list is read page by page, and stops at the first page that fails', async () => {
  answer = (_, response, body) => {
    const cursor = body.get('cursor')
    const next = cursor === null ? 'two' : ''
    const messages = [{ ts: cursor ?? 'one' }]
    response.end(JSON.stringify({ ok: true, messages, response_metadata: { next_cursor: next } }))
  }
  const read = async () => {
    const outcomes = []
    for await (const page of slack.pages('conversations.history', { channel: 'C1' }, asPerson)) outcomes.push(page)
    return outcomes
  }
  const pages = await read()
  expect(pages.map((page) => page.is === 'done' && page.value.messages[0]?.ts)).toEqual(['one', 'two'])
  answers({ ok: false, error: 'not_in_channel' })
  const failed = await read()
  expect(failed).toEqual([{ is: 'refused', error: 'not_in_channel' }])
})

test.each([
  ['to itself', (cursor: string | null) => (cursor === null ? 'two' : cursor)],
  ['to one before it', (cursor: string | null) => (cursor === 'two' ? 'three' : 'two')],
])('a page that leads back %s is no end of the list, and the reading ends', async (_how, nextOf) => {
  let calls = 0
  answer = (_, response, body) => {
    calls++
    const next = nextOf(body.get('cursor'))
    response.end(JSON.stringify({ ok: true, messages: [], response_metadata: { next_cursor: next } }))
  }
  const outcomes = []
  for await (const page of slack.pages('conversations.history', { channel: 'C1' }, asPerson)) {
    outcomes.push(page.is)
    if (calls > 9) break
  }
  expect(outcomes.at(-1)).toBe('unsure')
  expect(calls).toBeLessThan(5)
})

describe('an app that was removed', () => {
  const refuses = (error: string) => {
    let calls = 0
    answer = (_, response) => {
      calls++
      response.end(JSON.stringify({ ok: false, error }))
    }
    return () => calls
  }
  const call = () => slack.call('chat.postMessage', post, asPerson)

  test.each(['account_inactive', 'token_revoked', 'app_uninstalled', 'invalid_auth', 'token_expired', 'not_authed'])(
    '%s: everybody is to wait, and Slack is asked seldom',
    async (error) => {
      const calls = refuses(error)
      for (let n = 0; n < 20; n++) expect(await call()).toMatchObject({ is: 'limited' })
      expect([calls(), slack.shutOut()?.error]).toEqual([1, error])
      for (let minute = 0; minute < 60; minute++) {
        await clock.advanceBy(60_000)
        for (let n = 0; n < 20; n++) expect(await call()).toMatchObject({ is: 'limited' })
      }
      expect(calls()).toBeLessThan(20)
      answers({ ok: true, channel: 'C1', ts: '17.1' })
      await clock.advanceBy(5 * 60_000)
      expect(await call()).toMatchObject({ is: 'done' })
      expect(slack.shutOut()).toBeUndefined()
    },
  )

  test('is noticed and forgotten also where nobody calls', async () => {
    const calls = refuses('account_inactive')
    await slack.knock()
    expect(calls()).toBe(0)
    await clock.advanceBy(5 * 60_000)
    await slack.knock()
    expect([calls(), slack.shutOut()?.error]).toEqual([1, 'account_inactive'])
    answers({ ok: true, user_id: 'U1', team_id: 'T1' })
    await slack.knock()
    await clock.advanceBy(30_000)
    await slack.knock()
    expect(slack.shutOut()).toBeUndefined()
  })

  test('is told by no other refusal', async () => {
    const calls = refuses('channel_not_found')
    for (let n = 0; n < 3; n++) expect(await call()).toMatchObject({ is: 'refused' })
    expect([calls(), slack.shutOut()]).toEqual([3, undefined])
  })
})
