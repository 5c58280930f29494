import { openAsBlob } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { afterAll, describe, inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../../src/kit/db/index.ts'
import type { DatabaseUrls } from './cluster.ts'

export type DatabaseName = 'PGlite' | 'PostgreSQL'

type Options = Pick<DatabaseOptions, 'log' | 'clock' | 'poolSize'>

/** Opens a new database with all migrations taken. It is closed after the describe block or file. */
export type OpenTestDatabase = (options?: Options) => Promise<Database>

const urls = new WeakMap<Database, string>()

/** Tells the same story on both databases: PGlite in memory, and a real PostgreSQL that the whole run shares. */
export function forEachDatabase(tell: (name: DatabaseName, open: OpenTestDatabase) => void): void {
  for (const name of ['PGlite', 'PostgreSQL'] as const) onDatabase(name, (open) => tell(name, open))
}

/** Tells a story on one of them, where the other has nothing to say. */
export function onDatabase(name: DatabaseName, tell: (open: OpenTestDatabase) => void): void {
  describe(`on ${name}`, () => tell(closing(name === 'PGlite' ? openMemory : openServer)))
}

/** Another set of connections to the database of `db`, as a second replica has. PostgreSQL only. */
export async function openReplica(db: Database, options: Options = {}): Promise<Database> {
  const url = urlOf(db)
  const replica = await openDatabase({ url, ...options })
  urls.set(replica, url)
  return replica
}

/** The address of a database on the test PostgreSQL. */
export function urlOf(db: Database): string {
  const url = urls.get(db)
  if (!url) throw new Error('Only a database on the test PostgreSQL has an address')
  return url
}

/** Removes every row of ours (not pg-boss's), so that the tests of a file can share one database. */
export async function emptyDatabase(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'schema_migrations'`.execute(tx)
    if (rows.length > 0)
      await sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`).execute(tx)
  })
}

/** A PGlite in memory with all migrations taken, for tests that need any database at all. The caller closes it. */
export async function openMemory(options: Options = {}): Promise<Database> {
  return openDatabase({ memory: await memoryImage(), ...options })
}

/** The same, for whoever opens the database themselves. */
export async function memoryImage(): Promise<PGlite> {
  const image = await openAsBlob(await ask('image'))
  return PGlite.create({ loadDataDir: image })
}

/** A new database on the test PostgreSQL. The caller closes it. */
export async function openServer(options: Options = {}): Promise<Database> {
  const url = await serverUrl()
  const db = await openDatabase({ url, ...options })
  urls.set(db, url)
  return db
}

/** Makes a data folder of the bot with all migrations taken: for a PGlite that outlives a bot, and need not be made by it. */
export async function layDataFolder(dataDir: string): Promise<void> {
  const image = await openAsBlob(await ask('image'))
  await mkdir(dataDir, { recursive: true })
  const pglite = await PGlite.create({ dataDir: join(dataDir, 'pg'), loadDataDir: image })
  await pglite.close()
}

/**
 * The address of a new database on the test PostgreSQL, with all migrations taken: by TCP, as in production, or by a socket in the
 * file system, which costs a statement a third less where a test is about something else.
 */
export async function serverUrl(by: 'tcp' | 'socket' = 'tcp'): Promise<string> {
  const urls = JSON.parse(await ask('database')) as DatabaseUrls
  return urls[by]
}

/** Asks the global setup, which answers from another process. */
async function ask(path: 'database' | 'image'): Promise<string> {
  const response = await fetch(`${inject('databases')}/${path}`, { method: 'POST' })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

function closing(open: OpenTestDatabase): OpenTestDatabase {
  const opened: Database[] = []
  afterAll(async () => {
    await Promise.all(opened.map((db) => db.close()))
  })
  return async (options) => {
    const db = await open(options)
    opened.push(db)
    return db
  }
}
