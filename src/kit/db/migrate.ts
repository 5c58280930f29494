import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Clock, systemClock } from '../clock.ts'
import { type Log, silentLog } from '../log.ts'
import type { Database } from './database.ts'
import { SetupError } from './setup-error.ts'

/** One step of the schema. */
export interface Migration {
  version: number
  name: string
  sql: string
  /** SHA-256 of the text, so that a step which was changed after it was taken is found out. */
  checksum: string
}

/** The project's own steps. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/** Any number, the same for every process of ours: who holds it migrates. */
const LOCK = 0x5553b07

/**
 * Reads `folder`'s steps in order. A file is named NNNN_name.sql, begins with a comment that says why, and leaves
 * transactions to us. Throws an Error on a gap, a doubled number or any other file.
 */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).toSorted()
  return Promise.all(
    files.map(async (file, index) => {
      const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
      if (digits === undefined || name === undefined) throw new Error(`Not the name of a migration: ${file}`)
      const version = Number(digits)
      if (version !== index + 1) throw new Error(`Migrations are numbered without gaps: ${file} is number ${index + 1}`)
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      if (!/^-- \S/.test(sql)) throw new Error(`${file} must begin with a comment that says why`)
      return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the schema up to `migrations`, each step in one transaction under a lock, so that processes which start together
 * do it once. Returns the steps taken now. Throws a SetupError when the database is newer than this code, or a step was
 * changed after it was taken.
 */
export async function migrate(
  db: Database,
  {
    migrations,
    clock = systemClock,
    log = silentLog,
  }: { migrations?: readonly Migration[]; clock?: Clock; log?: Log } = {},
): Promise<Migration[]> {
  const steps = migrations ?? (await readMigrations())
  const taken: Migration[] = []
  const client = await db.connections.connect()
  try {
    const lock = async () => {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    }
    await lock()
    await client.query(
      `create table if not exists schema_migrations (
         version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`,
    )
    for (;;) {
      const { rows } = await client.query<Applied>(
        'select version, name, checksum from schema_migrations order by version',
      )
      const next = nextStep(steps, rows)
      if (!next) break
      await client.query(next.sql)
      await client.query('insert into schema_migrations values ($1, $2, $3, $4)', [
        next.version,
        next.name,
        next.checksum,
        clock.now(),
      ])
      await client.query('commit')
      log.debug({ version: next.version, name: next.name }, 'A migration was taken')
      taken.push(next)
      await lock()
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
  // One line, for a new database takes dozens of them before the line that says where the bot is.
  if (taken.length > 0)
    log.info({ migrations: taken.length, version: taken.at(-1)?.version }, 'The database is up to date')
  return taken
}

interface Applied {
  version: number
  name: string
  checksum: string
}

/** The first step not taken yet; undefined when all are. Throws when what was taken is not what we know. */
function nextStep(steps: readonly Migration[], applied: readonly Applied[]): Migration | undefined {
  for (const { version, name, checksum } of applied) {
    const step = steps[version - 1]
    if (!step) {
      throw new SetupError(
        `The database is at version ${version} (${name}), this release knows ${steps.length}: start the newer release, or restore a backup from before it`,
      )
    }
    if (step.checksum !== checksum) {
      throw new SetupError(
        `Migration ${version} (${name}) is not the one this database was made with: a released migration must never be changed`,
      )
    }
  }
  return steps[applied.length]
}
