import { expect, test, vi } from 'vitest'
import type { Fault } from '../../sandbox/protocol.ts'
import { refresh } from '../../src/rooms/directory/index.ts'
import { createLeapingClock } from '../harness/leaping-clock.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf } from './declaring.ts'
import { cardSaying } from './policy.ts'
import { channelsOfBot } from './records.ts'
import { cardIn } from './responding.ts'
import { openStage, type Stage } from './stage.ts'

vi.setConfig({ testTimeout: patient(180_000) })

/** What goes wrong with every call of a method for a while, and at which level it does; who is named there, by id and by address. */
const troubles = [
  { name: '429', level: 'level1', fault: { retry_after: 2 }, places: [1, 2] },
  { name: '500', level: 'level2', fault: { http_status: 500 }, places: [3, 5] },
  { name: 'time-out', level: 'level3', fault: { latency_ms: 1_100 }, places: [6, 8] },
  { name: 'missing_scope', level: 'level4', fault: { error: 'missing_scope' }, places: [9, 10] },
  { name: 'nobody', level: 'level5', fault: { error: 'user_not_found' }, places: [11, 12] },
] as const satisfies readonly { name: string; level: string; fault: Omit<Fault, 'method'>; places: [number, number] }[]

const handle = (place: number) => `person-${String(place).padStart(6, '0')}`
const id = (place: number) => `U0P${String(place).padStart(6, '0')}`
const lookUps = ['users.info', 'users.lookupByEmail'] as const

async function setsLevel({ driver }: Stage, level: string): Promise<void> {
  const [channel] = channelsOfBot(await driver.state())
  const card = cardIn(channel)
  const press = { as: 'tanaka', do: 'click', channel: channel?.id, ts: card?.ts, action_id: 'incident.menu' } as const
  await driver.act({ ...press, value: 'set-level' })
  const view = viewOf(await driver.state())
  const sent = await driver.act({ as: 'tanaka', do: 'submit', view_id: view?.id, values: { level, reason: '広い' } })
  expect(sent).toMatchObject({ ok: true })
}

const members = async ({ driver, sandbox }: Stage) =>
  (channelsOfBot(await driver.state())[0]?.members ?? []).map((each) => sandbox.workspace.user(each)?.name ?? each)

test('whoever is named and not known yet is looked up; whatever is wrong with that for a while, nobody else waits, and they come afterwards', async () => {
  const slackClock = createLeapingClock()
  await using stage = await openStage({
    slackClock,
    rateLimits: false,
    logLevel: 'info',
    settings: {
      notify: troubles.map(({ level, places: [one, other] }) => ({
        when: { level },
        invite: [id(one), `${handle(other)}@example.com`, '@ito'],
      })),
    },
  })
  const { driver } = stage
  await declare(driver, '障害')
  await stage.quiet()
  for (const { name, level, fault, places } of troubles) {
    const error = 'error' in fault && name === 'nobody'
    // They come into the company after the last reading.
    await driver.workspace({ people: places[1] + 1 })
    await driver.fault({ method: 'users.info', ...fault })
    await driver.fault({ method: 'users.lookupByEmail', ...fault, ...(error ? { error: 'users_not_found' } : {}) })
    const since = stage.sandbox.calls.seq
    await setsLevel(stage, level)
    for (const method of lookUps)
      await until(async () => {
        slackClock.leap(1_000)
        expect(
          stage.sandbox.calls.after(since).map((each) => each.method),
          `${name} ${method}`,
        ).toContain(method)
      })
    await until(async () => expect(await members(stage), name).toContain('ito'))
    await cardSaying(driver, id(places[0]), `${handle(places[1])}@example.com`)
    await driver.clearFaults()
    // What Slack has refused is asked again with the next reading of the workspace.
    if ('error' in fault)
      await stage.app.world.db.transaction((tx) => stage.app.world.jobs.enqueue(tx, refresh, { why: name }))
    await until(async () => {
      slackClock.leap(5_000)
      expect(await members(stage), name).toEqual(expect.arrayContaining(places.map(handle)))
    })
    await stage.quiet()
  }
  expect(await cardSaying(driver)).not.toContain('見つかりません')
})
