import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(env: Record<string, string>) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  return spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH ?? '', SSSBOT_DATA: folder, SANDBOX_PORT: '0', ...env },
  })
}

async function outcome(env: Record<string, string>) {
  const child = run(env)
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, lines: errors.trim().split('\n') }
}

it.each([
  { SLACK_BOT_TOKEN: 'xoxb-1-real' },
  { SLACK_APP_TOKEN: 'xapp-1-real' },
  { SLACK_SIGNING_SECRET: '0123456789abcdef' },
])('beside real credentials (%o) it refuses to start and names them, not their values', async (env) => {
  const { code, lines } = await outcome(env)
  expect(code).toBe(1)
  expect(lines).toEqual([expect.stringContaining(Object.keys(env)[0] ?? '')])
  expect(lines[0]).not.toContain(Object.values(env)[0])
})

it('a taken port is told in one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  expect(await outcome({ SANDBOX_PORT: port })).toEqual({
    code: 1,
    lines: [expect.stringContaining(`Port ${port} is taken`)],
  })
  taken.close()
})

it('a wrong transport is told in one line', async () => {
  expect(await outcome({ SSSBOT_TRANSPORT: 'pigeon' })).toEqual({
    code: 1,
    lines: [expect.stringContaining('SSSBOT_TRANSPORT')],
  })
})

it('it answers /healthz, and SIGTERM ends it cleanly', async () => {
  const child = run({})
  const [line] = await once(child.stdout, 'data')
  const [url] = /http:\S+/.exec(String(line)) ?? []
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const stream = await fetch(`${url}/_sandbox/stream`)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  await stream.body?.cancel().catch(() => {})
})

it('what it answered before a SIGKILL is there when it starts again', async () => {
  const start = async () => {
    const child = run({})
    const [line] = await once(child.stdout, 'data')
    return { child, url: /http:\S+/.exec(String(line))?.[0] ?? '' }
  }
  const headers = { authorization: 'Bearer xoxb-sandbox', 'content-type': 'application/json' }
  const call = async (url: string, method: string, args: unknown) => {
    const response = await fetch(`${url}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(args) })
    return (await response.json()) as { ts?: string; messages?: unknown[] }
  }
  const first = await start()
  const { ts } = await call(first.url, 'chat.postMessage', { channel: 'C0GENERAL', text: '忘れないで' })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start()
  const { messages } = await call(second.url, 'conversations.history', { channel: 'C0GENERAL', limit: 1 })
  expect(messages).toMatchObject([{ ts, text: '忘れないで' }])
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
})
