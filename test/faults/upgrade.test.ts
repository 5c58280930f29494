import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { Channel } from '../../sandbox/protocol.ts'
import { createSandbox } from '../../sandbox/server/index.ts'
import { type Database, migrate, openDatabase, readMigrations } from '../../src/kit/db/index.ts'
import { countOpen } from '../../src/kit/jobs/queues.ts'
import { createLog } from '../../src/kit/log.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, viewOf, wordsOf } from './declaring.ts'
import { channelsOfBot, markOf } from './records.ts'

vi.setConfig({ testTimeout: patient(120_000) })

/** As many migrations had 0.3.0. */
const before = 17

/** Puts the rows of a database into the tables of 0.3.0: what later releases have added is lost, as it never was. */
async function takeBack(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename <> 'schema_migrations'`.execute(tx)
    await sql`create schema kept`.execute(tx)
    for (const { name } of tables)
      await sql`create table kept.${sql.ref(name)} as table public.${sql.ref(name)}`.execute(tx)
    await sql`drop schema public cascade`.execute(tx)
    await sql`create schema public`.execute(tx)
  })
  await migrate(db, { migrations: (await readMigrations()).slice(0, before) })
  await db.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows: columns } = await sql<{ table: string; column: string; identity: boolean }>`
      select table_name as table, column_name as column, is_identity = 'YES' as identity
      from information_schema.columns
      where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'kept')`.execute(
      tx,
    )
    for (const table of new Set(columns.map((each) => each.table))) {
      const own = columns.filter((each) => each.table === table)
      const names = sql.join(own.map(({ column }) => sql.ref(column)))
      await sql`insert into public.${sql.ref(table)} (${names}) overriding system value
        select ${names} from kept.${sql.ref(table)}`.execute(tx)
      for (const { column } of own.filter(({ identity }) => identity))
        await sql`select setval(pg_get_serial_sequence(${`public.${table}`}, ${column}),
          (select coalesce(max(${sql.ref(column)}), 0) + 1 from public.${sql.ref(table)}))`.execute(tx)
    }
    await sql`drop schema kept cascade`.execute(tx)
  })
}

test('a database of 0.3.0 goes on: a frozen card, a half-private incident, what was queued, odd rows, and old buttons', async () => {
  const url = await serverUrl()
  const sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.01 })
  const errors: string[] = []
  const log = createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } })
  const start = () => startBot({ sandbox, database: url, log })
  const older = await start()
  const { driver } = older
  const shown = (world = older.app.world) =>
    until(async () => {
      const behind = await sql`select subject from projections where rendered_version < version`.execute(world.db.read)
      expect(behind.rows).toEqual([])
    })
  const channels = async () => channelsOfBot(await driver.state())
  const slot = (channel: Channel | undefined, name: string) => {
    const found = channel?.messages.find((each) => markOf(each)?.slot === name)
    if (!found) throw new Error(`There is no ${name}`)
    return found
  }
  const made = (count: number) =>
    until(async () => {
      const all = await channels()
      expect(all.filter(({ messages }) => messages.some((each) => markOf(each)?.slot === 'card'))).toHaveLength(count)
    })
  await declare(driver, '決済が遅い')
  await made(1)
  await declare(driver, '名簿が見える')
  await made(2)
  await shown()
  const marked = (await channels())[0]?.id ?? ''
  const said = await driver.act({ as: 'sato', do: 'post', channel: marked, text: '証明書が切れていた' })
  if (!said.ok) throw new Error('sato may not speak')
  await driver.act({ as: 'sato', do: 'react', channel: marked, ts: said.ts, name: 'pushpin' })
  await until(async () => {
    const kept = older.app.world.db.read
      .selectFrom('record_messages')
      .select('permalink')
      .where('ts', '=', said.ts ?? '')
    expect(await kept.execute()).toEqual([{ permalink: expect.any(String) as string }])
  })
  await older.stop()

  const db = await openDatabase({ url })
  await takeBack(db)
  await db.transaction(async (tx) => {
    const [first, second] = (await sql<{ id: string }>`select id from incidents order by id`.execute(tx)).rows
    // 0.3.0 left a card that Slack had refused to edit as it was, and told nobody.
    await sql`update incidents set status = 'recovered', recovered_at = declared_at where id = ${first?.id}`.execute(tx)
    await sql`update slots set error = 'msg_too_long', attempts = 9, hash = 'of another day', retry_at = intended_at
      where subject = ${`incident:${first?.id}`} and slot in ('card', 'topic')`.execute(tx)
    // Somebody deleted the bookmark, and a call was cut in the middle of its first try.
    await sql`update slots set state = 'released', error = 'timeout'
      where subject = ${`incident:${first?.id}`} and slot = 'bookmark'`.execute(tx)
    // Private, in a channel that is still open to all.
    await sql`update incidents set visibility = 'private' where id = ${second?.id}`.execute(tx)
    await sql`update projections set version = version + 1, lease_holder = 'run_of_a_dead_process',
      lease_until = '2000-01-01', retry_at = null`.execute(tx)
    // Rows of a shape that nobody writes: by hand, or by a release between two.
    await sql`update record_messages set files = '{"name": "secret words"}'`.execute(tx)
    await sql`insert into timers (subject, kind, due_at, data) values
      ('everything', 'upkeep.digest', now(), '[7]'),
      ('job_odd', 'job', now(), '{"name": "record.read", "envelope": "secret words"}'),
      ('job_of_0_3_0', 'job', now(),
        ${JSON.stringify({ name: 'projection.project', envelope: { data: { subject: `incident:${first?.id}` }, failures: 7 } })}::jsonb)
      on conflict (subject, kind) do update set data = excluded.data, due_at = excluded.due_at`.execute(tx)
    // More words than a row of the search may have, in an incident that comes before all others; and none at all.
    const letters = Array.from({ length: 600_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * n + 7 * n) % 20_000)))
    await sql`insert into record_messages (incident_id, channel_id, ts, author, words, said_at) values
      (${first?.id}, ${marked}, '1700000000.000001', 'B0OTHER', ${letters.join('')}, now()),
      (${first?.id}, ${marked}, '1700000000.000002', null, '', 'epoch'),
      (${first?.id}, ${marked}, '1700000000.000003', 'U0NOBODY', ${"'); drop table incidents; -- :* & | ! ()"}, '2099-12-31')`.execute(
      tx,
    )
    // Every job that 0.3.0 knew, as it stood in its queues, and a few that cannot be read.
    const incidentId = first?.id
    const message = { incidentId, channelId: marked, ts: said.ts }
    for (const [name, data] of [
      ['actions.take_up', message],
      ['actions.sync_issue', { actionId: 'act_of_nobody' }],
      ['actions.sync_incident', { incidentId }],
      ['actions.poll_issues', {}],
      ['actions.follow', message],
      ['assembly.assemble', { incidentId, reason: 'declared' }],
      ['crew.catch-up', { incidentId, userId: 'U0SATO', until: '2000-01-01T00:00:00.000Z' }],
      ['directory.refresh', { why: 'start' }],
      ['directory.join', {}],
      ['paging.settle', { incidentId, cause: 'policy' }],
      ['paging.send', { page: 'page_of_nobody' }],
      ['postmortem.draft', { incidentId }],
      ['postmortem.ask', { incidentId, freed: null }],
      ['projection.project', { subject: `incident:${incidentId}`, colour: 'unknown' }],
      ['projection.in_time', { subject: `incident:${incidentId}` }],
      ['publishing.publish', { incidentId }],
      ['record.read', message],
      ['record.adopt', { incidentId }],
      ['record.repair', { incidentId, channelId: marked, threadTs: null }],
      ['todos.take_up', message],
      ['todos.follow', message],
      ['todos.catch_up', { incidentId, channelId: marked, keys: [said.ts] }],
      ['todos.follow', { ...message, ts: 17 }],
      ['assembly.assemble', null],
    ] as const)
      await sql`insert into pgboss.job (name, data) values (${name}, ${JSON.stringify({ data, failures: 0 })}::jsonb)`.execute(
        tx,
      )
    // Events that were heard and not worked off: one of no shape that anybody knows, and one that can be.
    for (const [id, channel, event] of [
      ['Ev0ODD', 'C0ODD', { type: 'member_joined_channel', channel: 17, user: null }],
      [
        'Ev0OLD',
        'C0GENERAL',
        { type: 'message', channel: 'C0GENERAL', user: 'U0SATO', text: 'x', ts: '1700000000.000100' },
      ],
    ] as const)
      await sql`insert into inbox (event_id, kind, channel_id, body, received_at, due_at)
        values (${id}, ${event.type}, ${channel}, ${JSON.stringify({ type: 'event_callback', event_id: id, event })}::jsonb,
          now(), now())`.execute(tx)
  })
  await db.close()

  const newer = await start()
  await shown(newer.app.world)
  const [frozen, halfPrivate] = await channels()
  expect(wordsOf(slot(frozen, 'card'))).toContain('*復旧*')
  expect(frozen?.topic).toContain('復旧')
  expect(wordsOf(slot(halfPrivate, 'card'))).toContain('チャンネルはまだ公開です')
  expect(halfPrivate?.topic).not.toContain('名簿')
  // A button that was posted before the upgrade is pressed after it.
  const { ts } = slot(halfPrivate, 'card')
  const press = { as: 'tanaka', do: 'click', channel: halfPrivate?.id, ts, action_id: 'incident.next' } as const
  const pressed = await driver.act({ ...press, value: 'take-handler' })
  expect(pressed).toMatchObject({ ok: true })
  await shown(newer.app.world)
  await until(async () => expect(wordsOf(slot((await channels())[1], 'card'))).toContain('<@U0TANAKA>'))
  await until(async () => {
    const waiting = await sql<{ event_id: string }>`
    select event_id from inbox where processed_at is null and parked_at is null and attempts = 0`.execute(
      newer.app.world.db.read,
    )
    expect(waiting.rows).toEqual([])
  })
  // What was queued is done, and what cannot be read is set aside and named.
  await until(async () => expect(await countOpen(newer.app.world.db)).toBe(0))
  const aside = await sql<{ name: string; problem: string }>`
    select name, problem from set_aside order by name, problem`.execute(newer.app.world.db.read)
  expect(aside.rows).toEqual([
    { name: 'assembly.assemble', problem: 'data: expected object' },
    { name: 'job', problem: 'envelope: expected object' },
    { name: 'todos.follow', problem: 'ts: expected string' },
  ])
  expect(await newer.app.status()).toMatchObject({ ok: true, setAside: 3 })
  expect(errors.filter((line) => !line.includes('Stored data cannot be read'))).toEqual([])
  expect(errors.join()).not.toContain('secret words')
  // A row that is odd in part says the rest.
  const menu = { as: 'tanaka', do: 'click', channel: frozen?.id, ts: slot(frozen, 'card').ts } as const
  const timeline = await driver.act({ ...menu, action_id: 'incident.menu', value: 'timeline' })
  if (!timeline.ok) throw new Error(JSON.stringify(timeline))
  await until(async () => expect(wordsOf(viewOf(await driver.state()))).toContain('証明書が切れていた'))
  // What 0.3.0 kept is found, beside what is too long and what is odd.
  for (const [words, found] of [
    ['証明書', '切れていた'],
    ['drop table', 'drop table'],
  ] as const) {
    const asked = await driver.act({
      as: 'tanaka',
      do: 'command',
      channel: '#general',
      command: '/incident',
      text: `find ${words}`,
    })
    expect(asked.ok).toBe(true)
    await until(async () => {
      const told = (await driver.messages('general')).filter((each) => each.ephemeral_to)
      expect(told.map(wordsOf).at(-1)).toContain(found)
    })
  }
  // Whoever held the shared token could name anybody, and goes on to until somebody says otherwise.
  const naming = await newer.app.world.db.read.selectFrom('installation').select('api_named_people').execute()
  expect(naming).toEqual([{ api_named_people: true }])
  await newer.stop()
  await sandbox.close()
})
