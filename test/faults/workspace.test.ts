import { expect, test, vi } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { createLog } from '../../src/kit/log.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { createLeapingClock } from '../harness/leaping-clock.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf } from './declaring.ts'
import { broadcastsIn, cardSaying } from './policy.ts'
import { channelsOfBot } from './records.ts'
import { openStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(90_000) })

const membersOf = async (driver: Driver) => {
  const state = await driver.state()
  const names = new Map(state.users.map((each) => [each.id, each.name]))
  return (channelsOfBot(state)[0]?.members ?? []).map((id) => names.get(id) ?? id)
}
const warnings = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line) as { level: number; msg: string }).flatMap(({ msg }) => msg)

test('on the free plan whoever declares is called, and those who are named one by one; the card and the status say what is missing', async () => {
  await using stage = await openStage({
    logLevel: 'warn',
    settings: {
      notify: [{ invite: ['@service-a', 'U0SATO', 'alice@example.com', '@ito'], broadcast: ['#incidents'] }],
    },
    before: (driver) => driver.workspace({ plan: 'free' }),
  })
  const { driver } = stage
  await declare(driver, '障害')
  await stage.quiet()
  await cardSaying(driver, '@service-a', 'を呼べません', '無料プランにはありません', '1人ずつ書いてください')
  expect(await membersOf(driver)).toEqual(expect.arrayContaining(['tanaka', 'sato', 'alice', 'ito']))
  expect(await broadcastsIn(driver, 'incidents')).toBe(1)
  expect(warnings(stage.errors)).toContainEqual(expect.stringContaining('name people one by one in the settings'))
  expect(await stage.app.status()).toMatchObject({
    workspace: { groups: { is: 'refused', error: 'plan_upgrade_required' }, people: { is: 'read' } },
  })
})

test('where no list can be read the declarer is called, and who and what is named by id; each comes back as soon as it can be read', async () => {
  await using stage = await openStage({
    settings: { notify: [{ invite: ['@executives', 'U0SATO'], broadcast: ['#incidents', 'C0DEVALL'] }] },
    before: async (driver) => {
      for (const method of ['users.list', 'usergroups.list', 'conversations.list'])
        await driver.fault({ method, error: 'missing_scope' })
    },
  })
  const { driver } = stage
  await declare(driver, '障害')
  await cardSaying(driver, '@executives', '#incidents', '一覧を読めません', '権限が足りません')
  expect(await membersOf(driver)).toEqual(expect.arrayContaining(['tanaka', 'sato']))
  await until(async () => expect(await broadcastsIn(driver, 'dev-all')).toBe(1))
})

test('the declarer never waits for a list, and the others come as soon as it is read', async () => {
  const sandbox = await createSandbox({ rateLimits: false })
  const driver = createDriver(sandbox.url)
  for (const method of ['users.list', 'usergroups.list', 'conversations.list'])
    await driver.fault({ method, http_status: 503 })
  const slackClock = createLeapingClock()
  const bot = await startBot({ sandbox, database: await serverUrl('socket'), slackClock })
  await declare(driver, '障害')
  await until(async () => expect(await membersOf(driver)).toContain('tanaka'))
  await cardSaying(driver, '読み込み中です', '@service-a')
  await driver.clearFaults()
  await until(async () => {
    slackClock.leap(10_000)
    expect(await membersOf(driver)).toEqual(expect.arrayContaining(['tanaka', 'sato', 'alice']))
  })
  await until(async () => expect(await broadcastsIn(driver, 'incidents')).toBe(1))
  await until(async () => expect(await cardSaying(driver)).not.toContain('読み込み中'))
  await bot.stop()
  await sandbox.close()
})

test('somebody named by their e-mail address is called although Slack did not answer at first who that is', async () => {
  await using stage = await openStage({
    settings: { notify: [{ invite: ['alice@example.com'], broadcast: ['#incidents'] }] },
    before: async (driver) => {
      await driver.fault({ method: 'users.list', error: 'missing_scope' })
      await driver.fault({ method: 'users.lookupByEmail', http_status: 503, times: 3 })
    },
  })
  await declare(stage.driver, '障害')
  await until(async () => expect(await membersOf(stage.driver)).toContain('alice'))
})

test('odd people, channels and groups spoil no list, and the log says where they are odd and not what they say', async () => {
  await using stage = await openStage({
    logLevel: 'info',
    settings: { notify: [{ invite: ['@odd-group', '@no-zone', '@no-profile'], broadcast: ['#incidents'] }] },
    before: (driver) => driver.workspace({ oddities: true, other_app: true }),
  })
  const { driver } = stage
  await declare(driver, '障害')
  await stage.quiet()
  expect(await membersOf(driver)).toEqual(expect.arrayContaining(['tanaka', 'no-zone', 'no-profile', 'sato']))
  await until(async () => expect(await broadcastsIn(driver, 'incidents')).toBe(1))
  const odd = stage.app.world.db.read.selectFrom('directory_channels').select('name').where('id', '=', 'C0ODDROOM')
  expect(await odd.execute()).toEqual([{ name: 'C0ODDROOM' }])
  expect(stage.errors.join()).not.toContain('時刻帯 なし')
})

test('a list of many short pages is read on within Slack’s limits, from where it stopped', async () => {
  const slackClock = createLeapingClock()
  const limitsNow = () => slackClock.now().getTime()
  const sandbox = await createSandbox({ limitsNow, workspace: { people: 900, channels: 700, page_size: 30 } })
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } })
  const bot = await startBot({ sandbox, database: await serverUrl('socket'), slackClock, log })
  const { read } = bot.app.world.db
  const stopped = async () => {
    const row = await read.selectFrom('directory_lists').selectAll().where('list', '=', 'people').executeTakeFirst()
    const known = await read.selectFrom('directory_people').select('id').execute()
    if (!row?.cursor || known.length < 500) throw new Error('It has not stopped at a page')
  }
  await until(stopped)
  expect((await createDriver(sandbox.url).calls()).filter(({ error }) => error === 'ratelimited')).toEqual([])
  await until(async () => {
    slackClock.leapToNext()
    const unread = await read.selectFrom('directory_lists').select('list').where('is_reading', '=', true).execute()
    const { people } = await read
      .selectFrom('directory_people')
      .select((is) => is.fn.countAll().as('people'))
      .executeTakeFirstOrThrow()
    if (unread.length > 0) throw new Error(`Still to be read, ${people} are known: ${JSON.stringify(unread)}`)
  })
  const calls = (await createDriver(sandbox.url).calls()).filter(({ method, ok }) => method === 'users.list' && ok)
  expect(calls.filter(({ args }) => !args.cursor)).toHaveLength(1)
  expect(new Set(calls.map(({ args }) => args.cursor)).size).toBe(calls.length)
  const { people } = await read
    .selectFrom('directory_people')
    .select((is) => is.fn.countAll().as('people'))
    .executeTakeFirstOrThrow()
  expect(Number(people)).toBe([...sandbox.workspace.users.values()].length)
  await bot.stop()
  await sandbox.close()
})

test('an expired place in a list is begun anew, once', async () => {
  const sandbox = await createSandbox({ rateLimits: false, workspace: { people: 300, page_size: 100 } })
  const bot = await startBot({ sandbox, database: await serverUrl('socket') })
  const { db, jobs } = bot.app.world
  const driver = createDriver(sandbox.url)
  const reading = () =>
    db.read.selectFrom('directory_lists').selectAll().where('list', '=', 'people').executeTakeFirstOrThrow()
  await until(async () => expect(await reading()).toMatchObject({ is_reading: false }))
  const { seq = 0 } = (await driver.calls()).at(-1) ?? {}
  const { turn } = await db.transaction((tx) =>
    tx
      .updateTable('directory_lists')
      .set((is) => ({ cursor: 'long gone', is_reading: true, turn: is('turn', '+', 1) }))
      .where('list', '=', 'people')
      .returning('turn')
      .executeTakeFirstOrThrow(),
  )
  const { readJob } = await import('../../src/rooms/directory/index.ts')
  await db.transaction((tx) => jobs.enqueue(tx, readJob, { list: 'people', turn }))
  await until(async () => expect(await reading()).toMatchObject({ is_reading: false, begun_anew: true, error: null }))
  const calls = (await driver.calls()).filter((call) => call.seq > seq && call.method === 'users.list')
  expect(calls.map(({ ok }) => ok)).toEqual([false, ...calls.slice(1).map(() => true)])
  await bot.stop()
  await sandbox.close()
})

test('a burst of changed groups costs one reading at most, and who came into one is called at once', async () => {
  await using stage = await openStage()
  const { driver } = stage
  const before = (await driver.calls()).filter(({ method }) => method === 'usergroups.list').length
  for (let n = 0; n < 20; n++) await driver.act({ do: 'usergroup', id: 'service-a', users: n % 2 ? ['sato'] : ['bob'] })
  await driver.act({ do: 'usergroup', id: 'service-a', users: ['suzuki', 'sato'] })
  await until(async () => {
    const group = stage.app.world.db.read
      .selectFrom('directory_groups')
      .select('people')
      .where('handle', '=', 'service-a')
    expect((await group.executeTakeFirst())?.people.toSorted()).toEqual(['U0SATO', 'U0SUZUKI'])
  })
  await declare(driver, '障害')
  await stage.quiet()
  expect(await membersOf(driver)).toContain('suzuki')
  const after = (await driver.calls()).filter(({ method }) => method === 'usergroups.list').length
  expect(after - before).toBeLessThanOrEqual(1)
})

test('somebody whom nobody has read yet is looked up when they press, and spoken to in their language', async () => {
  await using stage = await openStage()
  const { driver, app } = stage
  await app.world.db.transaction((tx) => tx.deleteFrom('directory_people').where('id', '=', 'U0ALICE').execute())
  await driver.act({ as: 'alice', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  await until(async () => expect(JSON.stringify(viewOf(await driver.state(), 'alice'))).toContain('Declare'))
})

/** Hands the bot an event that the sandbox would not send by itself. */
const hears = (stage: { sandbox: { url: string } }, id: string, event: object) => {
  const payload = { type: 'event_callback', event_id: id, event, team_id: 'T0SANDBOX01' }
  const envelope = { type: 'events_api', envelope_id: id, accepts_response_payload: false, payload }
  const body = JSON.stringify({ do: 'raw', text: JSON.stringify(envelope) })
  return fetch(`${stage.sandbox.url}/_sandbox/socket`, { method: 'POST', body })
}

test('a pin of no shape that anybody knows is parked and named; of an odd message what can be read is kept, and the rest named', async () => {
  await using stage = await openStage({ logLevel: 'info' })
  const { driver, app } = stage
  await declare(driver, '障害')
  await stage.quiet()
  const [channel] = channelsOfBot(await driver.state())
  const item = { type: 'message', message: { ts: '1790000000.000100', text: 'secret words' } }
  await hears(stage, 'Ev0PIN', { type: 'pin_added', user: null, channel_id: channel?.id, item, event_ts: '1.2' })
  const files = [{ name: 7, title: 'secret title', permalink: 'https://files.example.com/1' }, 'secret file']
  const message = {
    type: 'message',
    channel: channel?.id,
    user: 'U0SATO',
    text: '再起動した',
    files,
    edited: 'secret edit',
  }
  await hears(stage, 'Ev0ODDWORDS', { ...message, ts: '1790000000.000200', event_ts: '1.3' })
  const { read } = app.world.db
  await until(async () => {
    const pin = read.selectFrom('inbox').select(['parked_at', 'last_error']).where('event_id', '=', 'Ev0PIN')
    expect(await pin.execute()).toEqual([
      { parked_at: expect.any(Date) as Date, last_error: 'Malformed: user: expected string' },
    ])
  })
  await until(async () => {
    const kept = read.selectFrom('record_messages').select(['words', 'files']).where('words', '=', '再起動した')
    expect(await kept.execute()).toEqual([
      { words: '再起動した', files: [{ name: 'secret title', permalink: 'https://files.example.com/1' }] },
    ])
  })
  const odd = stage.errors
    .map((line) => JSON.parse(line) as { kind?: string; odd?: string[] })
    .filter((each) => each.odd)
  expect(odd).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      odd: ['edited: expected object', 'files[].name: expected string', 'files[]: expected object'],
    }),
  )
  expect(stage.errors.join()).not.toContain('secret')
})

test('a malformed event is parked at once, named without its content, and holds up nobody behind it', async () => {
  await using stage = await openStage({ logLevel: 'warn' })
  const { driver, app } = stage
  await declare(driver, '障害')
  await stage.quiet()
  const [channel] = channelsOfBot(await driver.state())
  const event = {
    type: 'reaction_added',
    user: 'U0TANAKA',
    channel: channel?.id,
    item: 'secret words',
    event_ts: '1.2',
  }
  await hears(stage, 'Ev0MALFORMED', event)
  await driver.act({ as: 'sato', do: 'post', channel: channel?.id ?? '', text: '続き' })
  const inbox = () => app.world.db.read.selectFrom('inbox').selectAll().where('event_id', '=', 'Ev0MALFORMED').execute()
  await until(async () => expect(await inbox()).toMatchObject([{ parked_at: expect.any(Date) as Date, attempts: 1 }]))
  await until(async () => {
    const said = app.world.db.read.selectFrom('record_messages').select('words').where('words', '=', '続き')
    expect(await said.execute()).toHaveLength(1)
  })
  const line = stage.errors.find((each) => each.includes('Ev0MALFORMED'))
  expect(line).toContain('item')
  expect(stage.errors.join()).not.toContain('secret words')
})
