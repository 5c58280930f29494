import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openServer, urlOf } from '../../../test/harness/database.ts'
import { systemClock } from '../clock.ts'
import { openDatabase } from './index.ts'
import { inspectDatabase } from './inspect.ts'
import { migrate } from './migrate.ts'

const at = new Date('2026-12-11T10:11:12.345Z')

/** Opens a migrated database anew, for a role that is set to `options`. */
async function opened(options: string, before = '') {
  const made = await openServer({ poolSize: 1 })
  if (before) await made.transaction((tx) => sql.raw(before).execute(tx))
  const url = `${urlOf(made)}${urlOf(made).includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`
  await made.close()
  return openDatabase({ url, poolSize: 1 })
}

test.each([
  '-c DateStyle=German',
  '-c DateStyle=SQL,DMY -c TimeZone=Asia/Kathmandu',
  '-c array_nulls=off',
  '-c standard_conforming_strings=off',
])('a role that is set to %s reads what was written', async (options) => {
  const db = await opened(options)
  const { rows } = await sql<object>`
    select ${at}::timestamptz as at, ${[null, 'null']}::text[] as list, ${sql.raw(`'a\\b'`)} as text`.execute(db.read)
  expect(rows).toEqual([{ at, list: [null, 'null'], text: 'a\\b' }])
  await db.close()
})

test('a schema that comes to stand before ours in the search path hides nothing, and nothing is begun again in it', async () => {
  const db = await opened('-c search_path=app,public', 'create schema app')
  expect(await migrate(db)).toEqual([])
  expect((await inspectDatabase(db, systemClock)).migrations.is).toBe('right')
  const { rows } = await sql`select from pg_tables where schemaname = 'app'`.execute(db.read)
  expect(rows).toEqual([])
  await db.close()
})

test('in a schema of its own the bot finds all that it has made there', async () => {
  const db = await opened('-c search_path=app', 'create schema app')
  expect((await migrate(db)).length).toBeGreaterThan(0)
  const state = await inspectDatabase(db, systemClock)
  expect(state).toMatchObject({ lacksRights: [], migrations: { is: 'right' } })
  await db.close()
})

test('a search path that names no schema is told in words', async () => {
  await expect(opened('-c search_path=nowhere')).rejects.toThrow(/search_path of the user postgres names no schema/)
})
