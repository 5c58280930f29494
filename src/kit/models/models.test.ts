import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ModelServer, startModels } from '../../../test/models/server.ts'
import type { Connection } from './connection.ts'
import { createModels, Withheld } from './index.ts'

let server: ModelServer
beforeEach(async () => {
  server = await startModels()
})
afterEach(() => server.close())

const secret = (name: string) => (name === 'KEY' ? 'a key of the test' : undefined)
const models = createModels({ secret })

const question = { instructions: 'Do.', prompt: 'It burns.', schema: { type: 'object' }, mostOutput: 500 }

const connection = (more: Partial<Connection> = {}): Connection => ({
  provider: 'openai-compatible',
  model: 'small',
  baseUrl: server.url,
  keyEnv: 'KEY',
  region: undefined,
  streams: true,
  takesSchema: false,
  ...more,
})

const sent: { url: string; body: string }[] = []
const terms = (more: object = {}) => ({
  timeoutMs: 4_000,
  signal: new AbortController().signal,
  async beforeSending(request: { url: string; body: string }) {
    sent.push(request)
  },
  ...more,
})

describe.each([true, false])('with a stream: %s', (streams) => {
  const ask = (more: object = {}) => models.ask(connection({ streams }), question, terms(more))

  test('an answer comes whole, with what went over the wire, to the byte', async () => {
    server.answer({ is: 'said', text: '{"決済":"障害"}' })
    const { outcome, wire } = await ask()
    expect(outcome).toMatchObject({ is: 'answered', value: '{"決済":"障害"}' })
    expect(outcome.is === 'answered' && (outcome.usage?.input ?? 0)).toBeGreaterThan(0)
    const [captured] = server.captured
    expect(wire).toEqual({
      url: `${server.url}/chat/completions`,
      request: captured?.request,
      status: 200,
      answer: captured?.answer,
    })
    expect(sent.at(-1)?.body).toBe(captured?.request)
    expect(captured?.authorization).toBe('Bearer a key of the test')
    expect(server.chats[0]?.tools).toBeUndefined()
  })

  test('a server that does not count is believed without a count', async () => {
    server.answer({ is: 'said', text: '{}', usage: false })
    expect((await ask()).outcome).toEqual({ is: 'answered', value: '{}', usage: undefined })
  })

  test.each([
    [{ is: 'tool-call', name: 'recover' }, { is: 'unreadable' }],
    [
      { is: 'status', status: 429, retryAfter: 7 },
      { is: 'refused', status: 429, retryAfterMs: 7000 },
    ],
    [
      { is: 'status', status: 500 },
      { is: 'refused', status: 500 },
    ],
    [
      { is: 'status', status: 401 },
      { is: 'refused', status: 401 },
    ],
    [
      { is: 'said', text: 'no', finish: 'content_filter' },
      { is: 'refused', status: null, reason: 'content_filter' },
    ],
    [
      { is: 'said', text: '{"half":', finish: 'length' },
      { is: 'cut', reason: 'half' },
    ],
    [{ is: 'status', status: 307, body: '' }, { is: 'cut' }],
  ] as const)('%j is %j', async (manner, expected) => {
    server.answer(manner)
    const { outcome, wire } = await ask()
    expect(outcome).toMatchObject(expected)
    expect([wire?.request, wire?.answer]).toEqual([server.captured[0]?.request, server.captured[0]?.answer])
    // Nothing was tried again behind our back.
    expect(server.captured).toHaveLength(1)
  })

  test('garbage is no answer', async () => {
    server.answer({ is: 'garbage' })
    const { outcome, wire } = await ask()
    expect(outcome.is === 'unreadable' || outcome.is === 'cut').toBe(true)
    expect(wire?.answer).toBe('<html>502 from a proxy</html>')
  })

  test('half an answer is none, and what came of it is known', async () => {
    server.answer({ is: 'half', text: '{"statements":[{"words":"決済が' })
    const { outcome, wire } = await ask()
    expect(outcome).toMatchObject({ is: 'cut' })
    expect(wire?.answer).toBe(server.captured[0]?.answer)
  })

  test('a model that hangs is given up in time', async () => {
    server.answer({ is: 'hang', text: 'I' })
    expect((await ask({ timeoutMs: 300 })).outcome).toEqual({ is: 'cut', reason: 'timeout' })
  })

  test('what must not leave does not', async () => {
    const beforeSending = async () => {
      throw new Withheld('private')
    }
    expect(await ask({ beforeSending })).toEqual({ outcome: { is: 'withheld', reason: 'private' }, wire: undefined })
    expect(server.captured).toEqual([])
  })
})

test('without its key nobody is asked', async () => {
  const { outcome } = await models.ask(connection({ keyEnv: 'NONE' }), question, terms())
  expect(outcome).toEqual({ is: 'withheld', reason: 'key_missing' })
})

test('nobody there is a cut', async () => {
  const { outcome } = await models.ask(connection({ baseUrl: 'http://127.0.0.1:9/v1' }), question, terms())
  expect(outcome).toEqual({ is: 'cut', reason: 'network' })
})

test('texts become vectors, in their order', async () => {
  const { outcome, wire } = await models.embed(connection(), ['決済', 'ログイン'], terms())
  expect(outcome).toMatchObject({ is: 'answered', usage: { input: 7, output: 0 } })
  expect(outcome.is === 'answered' && outcome.value.map(({ length }) => length)).toEqual([16, 16])
  expect(wire?.answer).toBe(server.captured[0]?.answer)
})
