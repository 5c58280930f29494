import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { socketStory } from '../testing/test-app.ts'

type Envelope = {
  type: string
  envelope_id?: string
  retry_attempt?: number
  payload?: { event_id?: string; event?: { text?: string } }
}

/** A Socket Mode client that acknowledges only what it is told to. */
async function connect(sandbox: Sandbox, acknowledges: (envelope: Envelope) => boolean) {
  const opened = await fetch(`${sandbox.url}/api/apps.connections.open`, {
    method: 'POST',
    headers: { authorization: 'Bearer xapp-sandbox' },
  })
  const { url } = (await opened.json()) as { url: string }
  const socket = new WebSocket(url)
  const received: Envelope[] = []
  socket.on('message', (data) => {
    const envelope = JSON.parse(String(data)) as Envelope
    received.push(envelope)
    if (envelope.envelope_id && acknowledges(envelope))
      socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: {} }))
  })
  await expect.poll(() => received[0]?.type).toBe('hello')
  return { socket, received, events: () => received.filter((envelope) => envelope.type === 'events_api') }
}

describe('an event', () => {
  it('that is not acknowledged comes again with its number, under the same event id', async () => {
    const sandbox = await createSandbox({ redeliveryScale: 0.0001 })
    const driver = createDriver(sandbox.url)
    const app = await connect(sandbox, (envelope) => (envelope.retry_attempt ?? 0) >= 2)
    const posted = driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: 'もしもし' })
    await expect
      .poll(() => app.events().map((envelope) => envelope.retry_attempt), { timeout: 15_000 })
      .toEqual([0, 1, 2])
    expect(new Set(app.events().map((envelope) => envelope.payload?.event_id)).size).toBe(1)
    await expect
      .poll(async () => (await driver.deliveries()).map(({ attempt, failed = 'acked' }) => [attempt, failed]))
      .toEqual([
        [0, 'timeout'],
        [1, 'timeout'],
        [2, 'acked'],
      ])
    await posted
    app.socket.close()
    await sandbox.close()
  })

  it('goes to one of several connections', async () => {
    const sandbox = await createSandbox()
    const driver = createDriver(sandbox.url)
    const first = await connect(sandbox, () => true)
    const second = await connect(sandbox, () => true)
    for (let round = 0; round < 4; round += 1)
      await driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: `${round}` })
    expect(first.events().length).toBe(2)
    expect(second.events().length).toBe(2)
    first.socket.close()
    second.socket.close()
    await sandbox.close()
  })

  it('that happens while the app changes its connection arrives by redelivery', async () => {
    await using story = await socketStory({ redeliveryScale: 0.01 })
    const heard: string[] = []
    story.app.message(async ({ message }) => {
      if ('text' in message && message.text) heard.push(message.text)
    })
    await story.start()
    await story.driver.refreshSocket()
    await story.driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '切り替え中' })
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['切り替え中'])
  })

  it('reaches the app only from where the bot is, and only within its scopes', async () => {
    const sandbox = await createSandbox()
    const driver = createDriver(sandbox.url)
    const app = await connect(sandbox, () => true)
    await driver.act({ as: 'kato', do: 'post', channel: '#csirt', text: '@sssbot 内緒' })
    await driver.act({ as: 'yoshida', do: 'post', channel: '#executives', text: '@sssbot 役員だけ' })
    await driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sssbot みんな' })
    await driver.scopes(['chat:write', 'app_mentions:read'])
    await driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sssbot 権限なし' })
    const seen = app.events().map(({ payload }) => payload?.event)
    expect(seen.map((event) => event?.text)).toEqual([
      '<@U0SSSBOT01> みんな',
      '<@U0SSSBOT01> みんな',
      '<@U0SSSBOT01> 権限なし',
    ])
    app.socket.close()
    await sandbox.close()
  })
})

it('an event by HTTP is signed, and comes again with its number when the app fails', async () => {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = []
  const bot = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await text(request) })
    response.writeHead(requests.length < 3 ? 500 : 200).end()
  }).listen(0, '127.0.0.1')
  await once(bot, 'listening')
  const address = bot.address()
  const botUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`
  const sandbox = await createSandbox({ transport: 'http', botUrl, redeliveryScale: 0.0001 })
  await createDriver(sandbox.url).act({ as: 'tanaka', do: 'post', channel: '#general', text: 'もしもし' })
  await expect.poll(() => requests.length).toBe(3)
  expect(requests.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ])
  for (const { headers, body } of requests) {
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`
    expect(headers['x-slack-signature']).toBe(`v0=${createHmac('sha256', 'sandbox').update(base).digest('hex')}`)
  }
  await sandbox.close()
  bot.close()
})

it('an event that was on its way when the sandbox ended is delivered after its restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const first = await createSandbox({ dataDir, redeliveryScale: 0.02 })
  await createDriver(first.url).act({ as: 'tanaka', do: 'post', channel: '#general', text: '誰もいない' })
  await first.close()
  const second = await createSandbox({ dataDir, redeliveryScale: 0.02 })
  const app = await connect(second, () => true)
  await expect
    .poll(() => app.events().map(({ payload }) => payload?.event?.text), { timeout: 10_000 })
    .toEqual(['誰もいない'])
  expect(app.events()[0]?.retry_attempt).toBeGreaterThan(0)
  app.socket.close()
  await second.close()
  rmSync(dataDir, { recursive: true })
})
