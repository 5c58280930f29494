import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readKey } from '../../src/doctor/key.ts'
import { type BotProcess, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { checksOf, setPlace } from './command.ts'

const place = setPlace()

describe('beside a bot that runs', () => {
  let bot: BotProcess
  const key = () => join(place.folder, 'bot', 'doctor.json')
  beforeAll(async () => {
    bot = startBotProcess(
      { sandbox: place.sandbox, dataDir: place.folder, settingsPath: place.settingsPath },
      place.port,
    )
    await until(async () => {
      if (!(await bot.isReady()) || !existsSync(key())) throw new Error('It does not run yet')
      // The bot goes into the channels of the settings by itself.
      const { channels } = await place.driver.state()
      const drills = channels.find(({ name }) => name === 'drills')
      if (!drills?.members.includes('U0SSSBOT01')) throw new Error('It is not everywhere yet')
    }, 60_000)
  })
  afterEach(() => place.driver.clearFaults())
  afterAll(() => bot.stop())

  test('it asks the bot, opens nothing that the bot holds, and all is well', async () => {
    const since = (await place.driver.calls()).at(-1)?.seq ?? 0
    const sinceDelivery = (await place.driver.deliveries()).at(-1)?.seq ?? 0
    const { checks, red, code } = await checksOf(place, ['--try'])
    expect(red).toEqual([])
    expect(code).toBe(0)
    const whats = Object.fromEntries(checks.map(({ id, what }) => [id, what]))
    expect(whats['bot.asked']).toMatch(/The running bot \(http:\/\/127\.0\.0\.1:\d+\) was asked/)
    expect(whats['database.reached']).toMatch(/The embedded database opened/)
    expect(whats['http.port']).toMatch(/This bot answers on port/)
    expect(whats['try.echoes']).toMatch(/came back as an event/)
    expect(whats['settings.channels']).not.toMatch(/joins/)
    const calls = (await place.driver.calls(since)).map(({ method }) => method)
    expect(calls).toContain('chat.update')
    expect((await place.driver.deliveries(sinceDelivery)).filter(({ failed }) => failed)).toEqual([])
  })

  test('a channel that the bot was put out of is red', async () => {
    await place.driver.act({ as: 'watanabe', do: 'kick', channel: '#executives', users: ['U0SSSBOT01'] })
    const { checks, red, code } = await checksOf(place, [])
    expect(red).toEqual([expect.stringMatching(/^settings\.channels:notify\[\d\]\.broadcast\[0\]$/)])
    expect(checks.find(({ ok }) => !ok)).toMatchObject({
      what: expect.stringMatching(/the bot is not in #executives/),
      fix: 'Type /invite @sssbot in #executives',
    })
    expect(code).toBe(1)
  })

  test('nobody else is answered: without the key, with a wrong one, or through a proxy', async () => {
    const found = readKey(join(place.folder, 'bot'))
    const knock = (headers: Record<string, string>) =>
      fetch(`${bot.url}/doctor`, { method: 'POST', headers, body: '{"locale":"en"}' }).then(({ status }) => status)
    const right = { authorization: `Bearer ${found?.token}` }
    expect(await knock({})).toBe(404)
    expect(await knock({ authorization: 'Bearer 0123456789abcdef' })).toBe(404)
    expect(await knock({ ...right, 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(await knock({ ...right, forwarded: 'for=203.0.113.7' })).toBe(404)
    expect(await fetch(`${bot.url}/doctor`).then(({ status }) => status)).toBe(404)
    expect(statSync(key()).mode & 0o777).toBe(0o600)
  })

  test('who has no key is told so, and nothing is opened behind the bot’s back', async () => {
    const elsewhere = join(place.folder, 'elsewhere')
    const { checks, code } = await checksOf(place, [], { SSSBOT_DATA: elsewhere })
    expect(checks[0]).toMatchObject({ id: 'bot.asked', ok: false, fix: expect.stringMatching(/SSSBOT_DATA/) })
    expect(checks.map(({ id }) => id)).not.toContain('slack.app-token')
    expect(code).toBe(1)
  })

  test('after its end there is no key, and the doctor looks by itself', async () => {
    await bot.stop()
    expect(existsSync(key())).toBe(false)
    const { checks } = await checksOf(place, [])
    const reached = checks.find(({ id }) => id === 'database.reached')
    expect(reached).toMatchObject({ ok: true, what: expect.stringMatching(/The embedded database opened/) })
    expect(checks.map(({ id }) => id)).not.toContain('bot.asked')
  })
})
