import { afterAll, beforeAll, expect, it } from 'vitest'
import { webhookUrl } from './incoming-webhooks.ts'
import { createSandbox, type Sandbox } from './index.ts'
import { createDriver } from './testing/driver.ts'

let sandbox: Sandbox
const logged: string[] = []

beforeAll(async () => {
  sandbox = await createSandbox({ log: (line) => logged.push(line) })
})
afterAll(() => sandbox.close())

async function send(channel: string, init: RequestInit): Promise<[number, string]> {
  const response = await fetch(webhookUrl(sandbox.workspace, channel), { method: 'POST', ...init })
  return [response.status, await response.text()]
}

const json = (value: unknown): RequestInit => ({ body: JSON.stringify(value) })
const last = async (channel: string) => (await createDriver(sandbox.url).messages(channel)).at(-1)

it('what is sent to an incoming webhook is posted by the app, and by nobody of the workspace', async () => {
  expect(await send('incidents', json({ text: 'A & B が止まりました' }))).toEqual([200, 'ok'])
  const posted = await last('incidents')
  expect(posted).toMatchObject({ subtype: 'bot_message', bot_id: 'B0SSSBOT01', text: 'A &amp; B が止まりました' })
  expect(posted).not.toHaveProperty('user')
})

it('a form with a payload is taken, too, and a channel where the bot is not', async () => {
  const body = new URLSearchParams({ payload: JSON.stringify({ text: '訓練' }) })
  expect(await send('C0DRILLS', { body })).toEqual([200, 'ok'])
  expect(await last('drills')).toMatchObject({ text: '訓練' })
})

it.each([
  ['nothing to say', json({}), 400, 'no_text'],
  ['no JSON', { body: 'text=x' }, 400, 'invalid_payload'],
  ['a list', json([]), 400, 'invalid_payload'],
  ['a block that does not exist', json({ blocks: [{ type: 'sektion' }] }), 400, 'invalid_blocks'],
] as const)('%s is refused in plain words', async (_, init, status, words) => {
  expect(await send('incidents', init)).toEqual([status, words])
})

it('says in the log of the sandbox what was wrong with blocks', async () => {
  await send('incidents', json({ blocks: [{ type: 'sektion' }] }))
  expect(logged.at(-1)).toContain('[ERROR] unsupported type: sektion [json-pointer:/blocks/0/type]')
})

it('an address of another team, another app, or no channel is not there', async () => {
  const at = async (path: string) =>
    (await fetch(`${sandbox.url}/services/${path}`, { method: 'POST', body: '{}' })).text()
  expect(await at('T1/B0SSSBOT01/incidents')).toBe('no_team')
  expect(await at('T0SANDBOX01/B1/incidents')).toBe('no_service')
  expect(await at('T0SANDBOX01/B0SSSBOT01/nowhere')).toBe('channel_not_found')
})
