import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { forEachDatabase, onDatabase, openReplica } from '../../../test/harness/database.ts'
import { type Database, type Migration, migrate, readMigrations } from './index.ts'

/** One more step after the project's own. */
async function oneMore(text: string): Promise<Migration[]> {
  const own = await readMigrations()
  return [...own, { version: own.length + 1, name: 'next', sql: text, checksum: `of ${text}` }]
}

async function versionOf(db: Database): Promise<number> {
  const { rows } = await sql<{ version: number }>`select max(version) as version from schema_migrations`.execute(
    db.read,
  )
  return rows[0]?.version ?? 0
}

forEachDatabase((_name, open) => {
  test('a database that is up to date is left as it is', async () => {
    const db = await open()
    expect(await migrate(db)).toEqual([])
    expect(await versionOf(db)).toBe((await readMigrations()).length)
  })

  test('a step that fails leaves nothing of itself behind, and those before it stand', async () => {
    const db = await open()
    const before = await versionOf(db)
    const migrations = await oneMore('create table half (id text); select 1/0')
    await expect(migrate(db, { migrations })).rejects.toThrow('division by zero')
    expect(await versionOf(db)).toBe(before)
    await expect(sql`select * from half`.execute(db.read)).rejects.toThrow('does not exist')
    await migrate(db, { migrations: await oneMore('create table half (id text)') })
    expect(await versionOf(db)).toBe(before + 1)
  })

  test('a database that a newer release has migrated is refused in one sentence', async () => {
    const db = await open()
    await migrate(db, { migrations: await oneMore('select 1') })
    await expect(migrate(db)).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringMatching(/^The database is at version \d+ \(next\), this release knows \d+: [^\n]+$/),
    })
  })

  test('a step that was changed after it was taken is refused', async () => {
    const [first, ...rest] = await readMigrations()
    if (!first) throw new Error('No migrations')
    await expect(migrate(await open(), { migrations: [{ ...first, checksum: 'other' }, ...rest] })).rejects.toThrow(
      'Migration 1 (kit) is not the one this database was made with',
    )
  })
})

onDatabase('PostgreSQL', (open) => {
  test('processes that start together take each step once', async () => {
    const db = await open()
    const replicas = await Promise.all([openReplica(db), openReplica(db), openReplica(db)])
    const migrations = await oneMore('create table once (id text); select pg_sleep(0.1)')
    const taken = await Promise.all([db, ...replicas].map((one) => migrate(one, { migrations })))
    expect(taken.flat()).toHaveLength(1)
    await Promise.all(replicas.map((one) => one.close()))
  })
})

describe('the folder of migrations', () => {
  test.each([
    ['a file that is none', { '0001_a.sql': '-- why', 'notes.txt': '' }, 'Not the name of a migration: notes.txt'],
    ['a gap', { '0001_a.sql': '-- why', '0003_c.sql': '-- why' }, '0003_c.sql is number 2'],
    ['a step without a reason', { '0001_a.sql': 'select 1' }, 'must begin with a comment that says why'],
  ])('with %s is refused', async (_what, files, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    await expect(readMigrations(folder)).rejects.toThrow(message)
    await rm(folder, { recursive: true })
  })
})
