import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { Channel } from '../../sandbox/protocol.ts'
import { createSandbox } from '../../sandbox/server/index.ts'
import { type Database, migrate, openDatabase, readMigrations } from '../../src/kit/db/index.ts'
import { createLog } from '../../src/kit/log.ts'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, wordsOf } from './declaring.ts'
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

test('a database of 0.3.0 goes on: a frozen card, a half-private incident, what was queued, and old buttons', async () => {
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
  expect(pressed.ok).toBe(true)
  await shown(newer.app.world)
  await until(async () => expect(wordsOf(slot((await channels())[1], 'card'))).toContain('<@U0TANAKA>'))
  await until(async () => {
    const waiting = await sql<{ event_id: string }>`
    select event_id from inbox where processed_at is null and parked_at is null and attempts = 0`.execute(
      newer.app.world.db.read,
    )
    expect(waiting.rows).toEqual([])
  })
  await newer.stop()
  await sandbox.close()
})
