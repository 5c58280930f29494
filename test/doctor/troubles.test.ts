import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkBlocks } from '../../scripts/doctor/blocks.ts'
import { systemClock } from '../../src/kit/clock.ts'
import { createProbe } from '../../src/kit/slack/index.ts'
import { samples } from '../gallery/samples.ts'
import { troubles } from './troubles.ts'
import { openWard, type Ward } from './ward.ts'

let ward: Ward
let scopes: string[]
beforeAll(async () => {
  ward = await openWard()
  scopes = [...ward.sandbox.workspace.scopes]
})
afterEach(async () => {
  await ward.driver.reset()
  await ward.driver.scopes(scopes)
})
afterAll(() => ward.close())

describe('on the sandbox as it stands', () => {
  test.each(['ja', 'en'] as const)('all is well, and nothing is changed (%s)', async (locale) => {
    const before = await ward.driver.state()
    const found = await ward.findings({}, locale)
    expect(found.filter(({ ok }) => !ok)).toEqual([])
    expect(found.map(({ id }) => id)).toEqual([
      'environment.node',
      'environment.variables',
      'settings.file',
      'database.reached',
      'database.space',
      'http.port',
      'slack.token',
      'slack.scopes',
      'slack.app-token',
      'slack.same-app',
      'slack.connections',
      'slack.clock',
      'slack.people',
      'slack.groups',
      'slack.channels',
      'settings.people',
      'settings.channels',
    ])
    expect((await ward.driver.state()).seq).toBe(before.seq)
  })

  test('all goes well when it is tried, and what is left is an archived channel', async () => {
    const found = await ward.findings({ tries: true })
    expect(found.filter(({ ok }) => !ok)).toEqual([])
    expect(found.flatMap(({ id }) => (id.startsWith('try.') ? id : []))).toEqual([
      'try.channel',
      'try.post',
      'try.read',
      'try.pin',
      'try.pins',
      'try.update',
      'try.limit',
      'try.invite',
      'try.archive',
      'try.echoes',
    ])
    const { channels } = await ward.driver.state()
    const scratch = channels.filter(({ name }) => name.startsWith('診断-'))
    expect(scratch.map(({ is_archived }) => is_archived)).toEqual([true])
    // Every word of it was heard: nothing was only supposed.
    expect(found.at(-1)?.what).toMatch(/came back as an event/)
  })

  test('in the end a person mentions the bot and presses its button', async () => {
    const { driver } = ward
    const press = async () => {
      const answer = (await driver.messages('general')).find(({ text }) => text.includes('I hear you'))
      await driver.act({
        as: 'tanaka',
        do: 'click',
        channel: '#general',
        ts: answer?.ts ?? '',
        action_id: 'doctor.pressed',
      })
    }
    const found = await ward.findings({
      tries: true,
      person: (words) =>
        /^Mention/.test(words)
          ? driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '<@U0SSSBOT01>' })
          : press(),
    })
    expect(found.at(-1)).toEqual({
      id: 'try.hand',
      ok: true,
      what: 'The mention and the button both arrived',
      fix: null,
    })
    expect((await driver.messages('general')).filter(({ text }) => text.includes('I hear you'))).toEqual([])
  })

  test('the longest messages and forms are what Slack takes', async () => {
    const [found] = await checkBlocks(probe(), samples, 'en')
    expect(found).toMatchObject({ id: 'slack.blocks', ok: true, what: expect.stringContaining('12 longest') })
  })

  test('short pages are read to the end', async () => {
    await ward.driver.workspace({ page_size: 100 })
    const found = await ward.findings()
    expect(found.filter(({ ok }) => !ok)).toEqual([])
    expect(found.find(({ id }) => id === 'slack.people')?.what).toMatch(/\(5\d\d, /)
  })

  test('of 12,000 people it tells how far it is, and reads them all', async () => {
    const { workspace } = ward.sandbox
    const like = workspace.user('U0MEMBER001')
    if (!like) throw new Error('Nobody to be like')
    for (let n = 0; n < 12_000; n++)
      workspace.users.set(`U0CROWD${n}`, { ...like, id: `U0CROWD${n}`, name: `crowd-${n}` })
    const lines = await ward.lines()
    const told = lines.flatMap((line) => ('progress' in line ? line.progress : []))
    expect(told.length).toBeGreaterThan(0)
    expect(told[0]).toMatch(/Reading the members \(1\d{4} so far\)/)
    const people = lines.find((line) => 'check' in line && line.check.id === 'slack.people')
    expect(people).toMatchObject({ check: { ok: true, what: expect.stringMatching(/\(12\d\d\d, /) } })
  })
})

test('there are at least thirty troubles', () => expect(troubles.length).toBeGreaterThanOrEqual(30))

test.each(troubles)('$it is red, with the one thing to do', async ({ comes, given = {}, red, what, fix }) => {
  const ends = await comes?.(ward)
  try {
    const found = await ward.findings(typeof given === 'function' ? await given(ward) : given)
    const wrong = found.filter(({ ok }) => !ok)
    expect(wrong.map(({ id }) => id)).toEqual(red)
    for (const each of wrong) {
      expect(each.what).toMatch(what)
      expect(each.fix).toMatch(fix)
    }
  } finally {
    if (typeof ends === 'function') ends()
  }
})

test('a form that Slack does not take is red, by its name', async () => {
  await ward.driver.fault({ method: 'blocks.validate', times: 1, error: 'invalid_blocks' })
  const found = await checkBlocks(probe(), samples, 'ja')
  expect(found).toEqual([
    {
      id: expect.stringMatching(/^slack\.blocks:\w/),
      ok: false,
      what: expect.stringMatching(/invalid_blocks/),
      fix: expect.stringMatching(/報告/),
    },
  ])
})

test('what people read names no secret', async () => {
  const found = await ward.findings({
    settings: { pagers: { night: { kind: 'webhook', url: 'http://127.0.0.1:9/hook', secret_env: 'NIGHT_SECRET' } } },
    secrets: { NIGHT_SECRET: 'correct horse battery' },
    slack: { botToken: 'xoxb-0123-very-secret', appToken: 'xapp-1-A0SSSBOT01-1-very-secret' },
    tries: true,
  })
  expect(found.some(({ ok }) => !ok)).toBe(true)
  expect(JSON.stringify(found)).not.toMatch(/very-secret|correct horse/)
})

const probe = () =>
  createProbe({ token: 'xoxb-sandbox', apiUrl: `${ward.sandbox.url}/api/`, timeoutMs: 10_000, clock: systemClock })
