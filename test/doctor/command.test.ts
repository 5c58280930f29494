import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { readOptions } from '../../scripts/doctor/options.ts'
import type { Finding } from '../../src/doctor/check.ts'
import { readKey } from '../../src/doctor/key.ts'
import { settingsText } from '../harness/bot.ts'
import { patience } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string
let settingsPath: string
let sandbox: Sandbox
let driver: Driver
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  settingsPath = join(folder, 'sssbot.yaml')
  await writeFile(settingsPath, await settingsText({}))
  sandbox = await createSandbox({ slowness: patience })
  driver = createDriver(sandbox.url)
  port = await freePort()
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the command as npm does. */
async function doctor(args: string[], env: Record<string, string> = {}) {
  const child = begin(args, env)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

function begin(args: string[], env: Record<string, string> = {}) {
  const { SLACK_BOT_TOKEN: _b, SLACK_APP_TOKEN: _a, DATABASE_URL: _d, ...inherited } = process.env
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/doctor/main.ts', ...args], {
    cwd: root,
    env: {
      ...inherited,
      PORT: String(port),
      SANDBOX_PORT: String(sandbox.port),
      SSSBOT_DATA: folder,
      SSSBOT_CONFIG: settingsPath,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function checksOf(args: string[], env: Record<string, string> = {}) {
  const { out, err, code } = await doctor(['--json', '--lang', 'en', ...args], env)
  try {
    const { checks } = JSON.parse(out) as { checks: Finding[] }
    return { checks, code, red: checks.flatMap(({ id, ok }) => (ok ? [] : [id])) }
  } catch {
    throw new Error(`No JSON:\n${out}\n${err}`)
  }
}

describe('where no bot runs', () => {
  test('a person reads ✓ and the sum in their language, and 0 is the end', async () => {
    const { out, code } = await doctor(['--try'], { LANG: 'ja_JP.UTF-8', LC_ALL: '' })
    expect(out).toMatch(/^✓ Node \d/m)
    expect(out).toMatch(/^✓ 試しのチャンネル #診断-\d+ を作りました$/m)
    expect(out).not.toContain('✗')
    expect(out).toMatch(/すべて正常です（\d+ 項目、[\d.]+ 秒）\n$/)
    expect(code).toBe(0)
  })

  test('stopped in the middle of a trial it archives what it has made, and 1 is the end', async () => {
    // Slow enough that the signal finds it at work.
    await driver.fault({ method: 'chat.postMessage', latency_ms: 1_500 })
    const child = begin(['--try', '--lang', 'en'])
    child.stdout.on('data', (part: Buffer) => part.includes('The scratch channel #') && child.kill('SIGINT'))
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    const { channels } = await driver.state()
    const scratch = channels.filter(({ name }) => name.startsWith('診断-'))
    expect(scratch.length).toBeGreaterThan(0)
    expect(scratch.filter(({ is_archived }) => !is_archived)).toEqual([])
    await driver.clearFaults()
  })

  test('a wrong environment is one finding, and 1 is the end', async () => {
    const { checks, code } = await checksOf([], { PORT: 'abc' })
    expect(checks).toEqual([
      { id: 'environment.config', ok: false, what: expect.stringContaining('PORT=abc'), fix: expect.any(String) },
    ])
    expect(code).toBe(1)
  })

  test('what is typed wrong is told in one line', async () => {
    const { err, code } = await doctor(['--jason'])
    expect(err).toMatch(/^sssbot: .*--jason.*Usage.*\n$/)
    expect(code).toBe(1)
  })

  test('the language is that of --lang, or else of the environment', () => {
    expect(readOptions([], { LANG: 'ja_JP.UTF-8' }).locale).toBe('ja')
    expect(readOptions([], { LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }).locale).toBe('en')
    expect(readOptions([], {}).locale).toBe('en')
    expect(readOptions(['--lang', 'ja'], { LANG: 'en_GB.UTF-8' }).locale).toBe('ja')
    expect(() => readOptions(['--lang', 'de'], {})).toThrow('--lang')
  })
})

describe('beside a bot that runs', () => {
  let bot: BotProcess
  const place = () => join(folder, 'bot', 'doctor.json')
  beforeAll(async () => {
    bot = startBotProcess({ sandbox, dataDir: folder, settingsPath }, port)
    await until(async () => {
      if ((await bot.health())?.slack !== 'connected' || !existsSync(place())) throw new Error('It does not run yet')
      // The bot goes into the channels of the settings by itself.
      const { channels } = await driver.state()
      const drills = channels.find(({ name }) => name === 'drills')
      if (!drills?.members.includes('U0SSSBOT01')) throw new Error('It is not everywhere yet')
    }, 60_000)
  })
  afterEach(() => driver.clearFaults())
  afterAll(() => bot.stop())

  test('it asks the bot, opens nothing that the bot holds, and all is well', async () => {
    const since = (await driver.calls()).at(-1)?.seq ?? 0
    const sinceDelivery = (await driver.deliveries()).at(-1)?.seq ?? 0
    const { checks, red, code } = await checksOf(['--try'])
    expect(red).toEqual([])
    expect(code).toBe(0)
    const whats = Object.fromEntries(checks.map(({ id, what }) => [id, what]))
    expect(whats['bot.asked']).toMatch(/The running bot \(http:\/\/127\.0\.0\.1:\d+\) was asked/)
    expect(whats['database.reached']).toMatch(/The embedded database opens/)
    expect(whats['http.port']).toMatch(/This bot answers at port/)
    expect(whats['try.echoes']).toMatch(/came back as an event/)
    expect(whats['settings.channels']).not.toMatch(/joins/)
    const calls = (await driver.calls(since)).map(({ method }) => method)
    expect(calls).toContain('chat.update')
    expect((await driver.deliveries(sinceDelivery)).filter(({ failed }) => failed)).toEqual([])
  })

  test('a channel that the bot was put out of is red', async () => {
    await driver.act({ as: 'watanabe', do: 'kick', channel: '#executives', users: ['U0SSSBOT01'] })
    const { checks, red, code } = await checksOf([])
    expect(red).toEqual([expect.stringMatching(/^settings\.channels:notify\[\d\]\.broadcast\[0\]$/)])
    expect(checks.find(({ ok }) => !ok)).toMatchObject({
      what: expect.stringMatching(/the bot is not in #executives/),
      fix: 'Type /invite @sssbot in #executives',
    })
    expect(code).toBe(1)
  })

  test('nobody else is answered: without the key, with a wrong one, or through a proxy', async () => {
    const key = readKey(join(folder, 'bot'))
    const knock = (headers: Record<string, string>) =>
      fetch(`${bot.url}/doctor`, { method: 'POST', headers, body: '{"locale":"en"}' }).then(({ status }) => status)
    const right = { authorization: `Bearer ${key?.token}` }
    expect(await knock({})).toBe(404)
    expect(await knock({ authorization: 'Bearer 0123456789abcdef' })).toBe(404)
    expect(await knock({ ...right, 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(await knock({ ...right, forwarded: 'for=203.0.113.7' })).toBe(404)
    expect(await fetch(`${bot.url}/doctor`).then(({ status }) => status)).toBe(404)
    expect(statSync(place()).mode & 0o777).toBe(0o600)
  })

  test('who has no key is told so, and nothing is opened behind the bot’s back', async () => {
    const elsewhere = join(folder, 'elsewhere')
    const { checks, code } = await checksOf([], { SSSBOT_DATA: elsewhere })
    expect(checks[0]).toMatchObject({ id: 'bot.asked', ok: false, fix: expect.stringMatching(/SSSBOT_DATA/) })
    expect(checks.map(({ id }) => id)).not.toContain('slack.app-token')
    expect(code).toBe(1)
  })

  test('after its end there is no key, and the doctor looks by itself', async () => {
    await bot.stop()
    expect(existsSync(place())).toBe(false)
    const { checks } = await checksOf([])
    const reached = checks.find(({ id }) => id === 'database.reached')
    expect(reached).toMatchObject({ ok: true, what: expect.stringMatching(/The embedded database opens/) })
    expect(checks.map(({ id }) => id)).not.toContain('bot.asked')
  })
})
