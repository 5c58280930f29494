import { sign } from '@octokit/webhooks-methods'
import { beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '../../kit/log.ts'
import { createGitHubWebhook, GITHUB_PATH, type GitHubDelivery } from './github-webhook.ts'

const secret = 'correct horse battery staple'
const merged = JSON.stringify({ action: 'closed', repository: { full_name: 'acme/pm' }, pull_request: { number: 7 } })
let received: GitHubDelivery[]
let app: ReturnType<typeof createGitHubWebhook>
beforeEach(() => {
  received = []
  app = createGitHubWebhook({
    secret: () => secret,
    receive: async (delivery) => void received.push(delivery),
    log: silentLog,
  })
})

const headers = { 'x-github-delivery': 'd1', 'x-github-event': 'pull_request', 'content-type': 'application/json' }
const send = async (body: string, more: Record<string, string> = {}) =>
  app.request(GITHUB_PATH, {
    method: 'POST',
    body,
    headers: { ...headers, 'x-hub-signature-256': await sign(secret, body), ...more },
  })

test('what is signed is received', async () => {
  expect((await send(merged)).status).toBe(202)
  expect(received).toEqual([{ id: 'd1', event: 'pull_request', repository: 'acme/pm', number: 7 }])
})

test('a form, as GitHub sends it where nobody chose JSON, is received as well', async () => {
  const body = new URLSearchParams({ payload: merged }).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await send(body, form)).status).toBe(202)
  expect(received).toEqual([{ id: 'd1', event: 'pull_request', repository: 'acme/pm', number: 7 }])
  const signature = await sign(secret, merged)
  expect((await send(body, { ...form, 'x-hub-signature-256': signature })).status).toBe(401)
})

describe('nothing is received', () => {
  test.each<[string, Record<string, string>]>([
    ['with the signature of another secret', { 'x-hub-signature-256': 'sha256=00' }],
    ['without a signature', { 'x-hub-signature-256': '' }],
  ])('%s', async (_, more) => {
    expect((await send(merged, more)).status).toBe(401)
    expect(received).toEqual([])
  })

  test('of a body that was changed on the way', async () => {
    const signature = await sign(secret, merged)
    expect((await send(merged.replace('7', '8'), { 'x-hub-signature-256': signature })).status).toBe(401)
  })

  test('by a ping, by what is no JSON, and where no webhook is set up', async () => {
    expect((await send('{"zen":"Keep it logically awesome."}')).status).toBe(202)
    const odd = await send('payload=%7B%7D')
    expect(odd.status).toBe(400)
    expect(await odd.text()).toMatch(/application\/json[\s\S]*Content type を application\/json/)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const body of [merged, 'payload=', 'other=%7B%7D', 'payload=%7B']) {
      expect((await send(body, form)).status).toBe(400)
    }
    expect((await send(merged, { 'x-github-delivery': '' })).status).toBe(400)
    app = createGitHubWebhook({ secret: () => undefined, receive: async () => {}, log: silentLog })
    expect((await send(merged)).status).toBe(404)
    expect(received).toEqual([])
  })
})

test('what could not be kept is answered as an error, so that GitHub shows it as failed', async () => {
  app = createGitHubWebhook({
    secret: () => secret,
    receive: () => Promise.reject(new Error('the database is gone')),
    log: silentLog,
  })
  expect((await send(merged)).status).toBe(500)
})

test('what is too long is refused while it comes, whatever it says of its length', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000
      controller.enqueue(new Uint8Array(100_000))
    },
  })
  const answer = await app.request(GITHUB_PATH, {
    method: 'POST',
    body: endless,
    headers,
    duplex: 'half',
  } as RequestInit)
  expect([answer.status, received]).toEqual([413, []])
  expect(sent).toBeLessThan(6_000_000)
})
