import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../../../sandbox/server/index.ts'
import { emptyDatabase, openServer } from '../../../../test/harness/database.ts'
import { systemClock } from '../../../kit/clock.ts'
import type { Database } from '../../../kit/db/index.ts'
import { silentLog } from '../../../kit/log.ts'
import { createInbox } from '../../../rooms/inbox/index.ts'
import { createReceiver, SLACK_PATH, type SlackReceiver } from './index.ts'

let db: Database
let receivers: SlackReceiver[]
let sandbox: Sandbox

beforeAll(async () => {
  db = await openServer()
})
afterAll(() => db.close())
beforeEach(async () => {
  receivers = []
  await emptyDatabase(db)
})
afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.stop()))
  await sandbox.close()
})

function startBot(transport: 'socket' | 'http') {
  const texts: string[] = []
  const receiver = createReceiver({
    transport,
    appToken: 'xapp-sandbox',
    botToken: 'xoxb-sandbox',
    signingSecret: 'sandbox',
    apiUrl: `${sandbox.url}/api/`,
    inbox: createInbox({ db, clock: systemClock, log: silentLog }),
    log: silentLog,
    restarting: async () => 'Restarting',
    unreadable: async () => 'It cannot be read',
  })
  receiver.on('app_mention', async ({ event }) => void texts.push(String(event.text).replace(/<@\w+> /, '')))
  receivers.push(receiver)
  return { receiver, texts }
}

const tell = async (path: string, body: object) => {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(await response.json()).toMatchObject({ ok: true })
}
const mention = (text: string) =>
  tell('act', { as: 'tanaka', do: 'post', channel: '#general', text: `@sssbot ${text}` })

describe('in the sandbox, by socket', () => {
  beforeEach(async () => {
    sandbox = await createSandbox({ redeliveryScale: 0.005 })
  })

  test('a mention reaches its handler, and the bot knows who it is', async () => {
    const { receiver, texts } = startBot('socket')
    await receiver.start()
    await mention('help')
    await vi.waitFor(() => expect(texts).toEqual(['help']))
    await vi.waitFor(() => expect(receiver.identity()).toMatchObject({ botUserId: expect.stringMatching(/^U/) }))
  })

  test('nothing is lost while every connection is refreshed at once', async () => {
    const { receiver, texts } = startBot('socket')
    await receiver.start()
    const wanted = Array.from({ length: 20 }, (_, n) => `event ${n}`)
    for (const text of wanted) {
      if (text.endsWith('5')) await tell('socket', { do: 'refresh' })
      await mention(text)
    }
    await vi.waitFor(() => expect(texts.toSorted()).toEqual(wanted.toSorted()), 5000)
    expect(receiver.connected()).toBe(true)
  })

  test('nothing is lost when every connection is cut', async () => {
    const { receiver, texts } = startBot('socket')
    await receiver.start()
    for (const text of ['one', 'two', 'three']) {
      await tell('socket', { do: 'cut' })
      await mention(text)
    }
    await vi.waitFor(() => expect(texts.toSorted()).toEqual(['one', 'three', 'two']), 5000)
  })

  test('what was said while the bot was down comes when it is back', async () => {
    await mention('is anybody there?')
    const { receiver, texts } = startBot('socket')
    await receiver.start()
    await vi.waitFor(() => expect(texts).toEqual(['is anybody there?']), 5000)
  })
})

describe('in the sandbox, by HTTP', () => {
  test('a mention is stored, acknowledged and handled; what came while the bot was down comes again', async () => {
    const server = createServer((request, response) => {
      const listener = receivers[0]?.requestListener
      if (listener) listener(request, response)
      else response.writeHead(503).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SLACK_PATH}`
    sandbox = await createSandbox({ transport: 'http', botUrl, redeliveryScale: 0.005 })
    await mention('before')
    const { receiver, texts } = startBot('http')
    await receiver.start()
    await mention('after')
    await vi.waitFor(() => expect(texts.toSorted()).toEqual(['after', 'before']), 5000)
    server.closeAllConnections()
    server.close()
  })
})
