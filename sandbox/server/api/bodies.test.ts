import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'

let sandbox: Sandbox
const logged: string[] = []

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false, log: (line) => logged.push(line) })
})
afterAll(() => sandbox.close())

async function post(method: string, init: RequestInit): Promise<Record<string, unknown>> {
  const headers = { authorization: 'Bearer xoxb-sandbox', ...init.headers }
  return (await (await fetch(`${sandbox.url}/api/${method}`, { method: 'POST', ...init, headers })).json()) as never
}

const json = (value: unknown): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8' },
})
const parts = (fields: Record<string, string>): RequestInit => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return { body: form }
}

describe('a JSON body', () => {
  it('is read by methods that take one', async () => {
    const answer = await post('chat.postMessage', json({ channel: 'C0GENERAL', text: 'やあ' }))
    expect(answer).toMatchObject({ ok: true, message: { text: 'やあ' } })
  })

  it.each([
    ['users.info', { user: 'U0TANAKA' }, { ok: false, error: 'user_not_found' }],
    ['conversations.info', { channel: 'C0GENERAL' }, { ok: false, error: 'invalid_arguments' }],
    ['conversations.replies', { channel: 'C0GENERAL', ts: '1.1' }, { ok: false, error: 'invalid_arguments' }],
  ])('is dropped by %s, as the real Slack drops it', async (method, args, answer) => {
    expect(await post(method, json(args))).toMatchObject(answer)
  })

  it('does not set the limit of users.list', async () => {
    expect((await post('users.list', json({ limit: 2 }))).members).not.toHaveLength(2)
    expect((await post('users.list', { body: new URLSearchParams({ limit: '2' }) })).members).toHaveLength(2)
  })
})

it('a form in parts is read like any form', async () => {
  expect(await post('users.info', parts({ user: 'U0TANAKA' }))).toMatchObject({ ok: true, user: { id: 'U0TANAKA' } })
  expect(await post('users.info', { body: 'x', headers: { 'content-type': 'multipart/form-data' } })).toMatchObject({
    error: 'invalid_form_data',
  })
})

it.each(['/', '/services', '/apis/chat.postMessage', '/slack/events'])(
  'a POST to %s, where nothing is, is a 404',
  async (path) => {
    const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: '{}' })
    expect([response.status, (await response.text()).includes('<html')]).toEqual([404, false])
  },
)

describe('why a call was refused', () => {
  const pointed = '[ERROR] unsupported type: sektion [json-pointer:/blocks/0/type]'

  it('stands in the log of calls and in the log of the sandbox, with its pointer', async () => {
    const bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/` })
    const blocks = [{ type: 'sektion' }] as never
    await expect(bot.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks })).rejects.toThrow('invalid_blocks')
    const calls = await createDriver(sandbox.url).calls()
    expect(calls.at(-1)).toMatchObject({ method: 'chat.postMessage', error: 'invalid_blocks', why: [pointed] })
    expect(logged.at(-1)).toBe(`Refused chat.postMessage: invalid_blocks\n  ${pointed}`)
  })

  it('is told by blocks.validate in the words of the reference', async () => {
    const blocks = [{ type: 'section', text: { type: 'invalid', text: 'x' } }]
    expect(await post('blocks.validate', json({ blocks }))).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ code: 'failed_constraint', message: 'unsupported type: invalid', pointer: '/0/text/type' }],
    })
    const calls = await createDriver(sandbox.url).calls()
    expect(calls.at(-1)?.why).toEqual(['[ERROR] unsupported type: invalid [json-pointer:/0/text/type]'])
    expect(await post('blocks.validate', json({ blocks: [{ type: 'divider' }] }))).toMatchObject({ ok: true })
    expect(await post('blocks.validate', json({ view: { type: 'modal', blocks: [] } }))).toMatchObject({
      error: 'invalid_view',
      errors: [{ pointer: '' }, { pointer: '/blocks' }],
    })
    expect(await post('blocks.validate', json({ blocks, view: {} }))).toMatchObject({ error: 'invalid_arguments' })
    expect(await post('blocks.validate', json({}))).toMatchObject({ error: 'invalid_arguments' })
  })
})
