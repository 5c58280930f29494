import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDatabase, openServer } from '../../../../test/harness/database.ts'
import { systemClock } from '../../../kit/clock.ts'
import type { Database } from '../../../kit/db/index.ts'
import { silentLog } from '../../../kit/log.ts'
import { createInbox } from '../../../rooms/inbox/index.ts'
import { createFakeSlack, type FakeSlack } from './fake-slack.ts'
import { createReceiver, SLACK_PATH, type SlackReceiver } from './index.ts'

const SECRET = 'a signing secret'
let db: Database
let slack: FakeSlack
let server: Server
let receiver: SlackReceiver
let texts: unknown[]

beforeAll(async () => {
  db = await openServer()
  slack = await createFakeSlack()
})
afterAll(async () => {
  await db.close()
  await slack.close()
})
beforeEach(async () => {
  await emptyDatabase(db)
  texts = []
  receiver = createReceiver({
    transport: 'http',
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    apiUrl: slack.apiUrl,
    inbox: createInbox({ db, clock: systemClock, log: silentLog }),
    log: silentLog,
    restarting: async () => 'Restarting',
    unreadable: async () => 'It cannot be read',
  })
  receiver.on('app_mention', async ({ event }) => void texts.push(event.text))
  // The bot's own server, with another route beside Slack's.
  server = createServer((request, response) => {
    if (request.url === SLACK_PATH) receiver.requestListener?.(request, response)
    else response.end('the dashboard')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await receiver.start()
})
afterEach(async () => {
  await receiver.stop()
  server.closeAllConnections()
  server.close()
})

type Request = { body: string; type?: string; secret?: string; ageSeconds?: number; headers?: Record<string, string> }

function post({ body, type = 'application/json', secret = SECRET, ageSeconds = 0, headers }: Request) {
  const timestamp = Math.floor(systemClock.now().getTime() / 1000) - ageSeconds
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const signed = { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': signature }
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${SLACK_PATH}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...(headers ?? signed) },
  })
}

const mention = (text: string, eventId: string) =>
  JSON.stringify({ type: 'event_callback', event_id: eventId, event: { type: 'app_mention', channel: 'C1', text } })
const stored = async () => (await sql`select event_id from inbox`.execute(db.read)).rows.length

describe('a request that Slack signed', () => {
  test('brings an event: stored when it is answered, handled once', async () => {
    const answer = await post({ body: mention('help', 'Ev1') })
    expect(answer.status).toBe(200)
    expect(await stored()).toBe(1)
    expect((await post({ body: mention('help', 'Ev1') })).status).toBe(200)
    expect((await post({ body: mention('last', 'Ev2') })).status).toBe(200)
    await vi.waitFor(() => expect(texts).toEqual(['help', 'last']))
  })

  test('proves the address when Slack asks', async () => {
    const answer = await post({ body: JSON.stringify({ type: 'url_verification', challenge: 'xyz' }) })
    expect(await answer.json()).toEqual({ challenge: 'xyz' })
  })

  test('brings a command to its door, and the answer back', async () => {
    receiver.app.command('/incident', ({ ack }) => ack({ text: 'declared' }))
    const body = new URLSearchParams({
      command: '/incident',
      text: '',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: 't',
    })
    const answer = await post({ body: String(body), type: 'application/x-www-form-urlencoded' })
    expect([answer.status, await answer.json()]).toEqual([200, { text: 'declared' }])
  })

  test('is answered 500 when the door fails, so that the person sees it', async () => {
    receiver.app.command('/incident', () => Promise.reject(new Error('the verb refused')))
    const body = new URLSearchParams({
      command: '/incident',
      text: '',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: 't',
    })
    expect((await post({ body: String(body), type: 'application/x-www-form-urlencoded' })).status).toBe(500)
  })

  test('says that events were held back, and is acknowledged', async () => {
    expect((await post({ body: JSON.stringify({ type: 'app_rate_limited', team_id: 'T1' }) })).status).toBe(200)
  })

  test.each(['null', '[]', '"text"', '{not json'])('holds %s: answered 400, and the bot goes on', async (body) => {
    expect((await post({ body })).status).toBe(400)
    expect((await post({ body: mention('still here', 'Ev3') })).status).toBe(200)
    await vi.waitFor(() => expect(texts).toEqual(['still here']))
  })

  test('without an event in it is acknowledged and dropped', async () => {
    expect((await post({ body: JSON.stringify({ type: 'event_callback', event_id: 'Ev4' }) })).status).toBe(200)
    expect(await stored()).toBe(0)
  })
})

describe('a request that Slack did not sign, or not now', () => {
  test.each<[string, Partial<Request>]>([
    ['signed with another secret', { secret: 'guessed' }],
    ['older than five minutes', { ageSeconds: 301 }],
    ['without a signature', { headers: {} }],
    [
      'with a time that is no number',
      { headers: { 'x-slack-request-timestamp': 'now', 'x-slack-signature': 'v0=00' } },
    ],
    ['with half a signature', { headers: { 'x-slack-request-timestamp': '1', 'x-slack-signature': 'v0' } }],
  ])('%s is answered 401 and does nothing', async (_, request) => {
    expect((await post({ body: mention('let me in', 'Ev5'), ...request })).status).toBe(401)
    expect(await stored()).toBe(0)
  })

  test('is no POST: 405', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect((await fetch(`${url}${SLACK_PATH}`)).status).toBe(405)
    expect(await (await fetch(url)).text()).toBe('the dashboard')
  })
})

test('a bot that is stopping answers 503, so that Slack sends again', async () => {
  await receiver.stop()
  expect((await post({ body: mention('too late', 'Ev6') })).status).toBe(503)
})
