import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../src/kit/clock.ts'
import { type Database, readMigrations, SetupError, type Tx } from '../../src/kit/db/index.ts'
import type { Line } from './bundle.ts'
import { readCatalog } from './catalog.ts'

const ROWS_AT_ONCE = 500

/** Tables whose rows are not carried along: the database's own record, and what the bot makes again from the rest once it starts. */
export const LEFT_OUT = ['schema_migrations', 'search_entries', 'search_fills']

/**
 * Everything in `db` as of one moment, line by line to `write`: our tables, and the jobs that wait as timers due at once, so
 * that nothing depends on how the queue keeps them. Throws a SetupError for a database that this release did not migrate.
 */
export async function readOut(db: Database, clock: Clock, write: (line: Line) => Promise<void>): Promise<void> {
  let begun = false
  await db.transaction(async (tx) => {
    if (begun) throw new SetupError('The connection to the database broke during the export: begin again')
    begun = true
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    const version = await currentVersion(tx)
    const exportedAt = clock.now()
    let count = 0
    await write({ sssbot: 'export', version, exportedAt: exportedAt.toISOString() })
    for (const table of (await readCatalog(tx)).tables) {
      if (LEFT_OUT.includes(table.name)) continue
      const columns = table.columns
        .filter(({ default_value: value }) => !value?.includes(') stored'))
        .map(({ name }) => name)
      await write({ table: table.name, columns })
      const texts = sql.join(columns.map((name) => sql`${sql.ref(name)}::text`))
      await sql`declare export_rows no scroll cursor for select array[${texts}] as texts from ${sql.table(table.name)}`.execute(
        tx,
      )
      for (;;) {
        const { rows } = await sql<{
          texts: (string | null)[]
        }>`fetch ${sql.lit(ROWS_AT_ONCE)} from export_rows`.execute(tx)
        if (rows.length === 0) break
        count += rows.length
        for (const { texts: row } of rows) await write(row)
      }
      await sql`close export_rows`.execute(tx)
    }
    count += await readJobs(tx, exportedAt, write)
    await write({ end: true, rows: count })
  })
}

/** The version of `db`'s schema. */
async function currentVersion(tx: Tx): Promise<number> {
  const known = await sql<{
    there: boolean
  }>`select to_regclass('schema_migrations') is not null as there`.execute(tx)
  const applied = known.rows[0]?.there
    ? await sql<{ version: number }>`select coalesce(max(version), 0) as version from schema_migrations`.execute(tx)
    : undefined
  const version = applied?.rows[0]?.version ?? 0
  if (version === 0) throw new SetupError('The database is empty: there is nothing to export')
  const newest = (await readMigrations()).length
  if (version !== newest) {
    throw new SetupError(
      `The database is at version ${version}, this release needs ${newest}: start the bot once, then export`,
    )
  }
  return version
}

const jobRow = z.object({ id: z.string(), name: z.string(), data: z.unknown() })

async function readJobs(tx: Tx, dueAt: Date, write: (line: Line) => Promise<void>): Promise<number> {
  const known = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(tx)
  if (!known.rows[0]?.there) return 0
  const { rows } = await sql`
    select id::text as id, name, data from pgboss.job
    where state < 'completed' and left(name, 2) <> '__' order by created_on`.execute(tx)
  const jobs = z.array(jobRow).parse(rows)
  await write({ table: 'timers', columns: ['subject', 'kind', 'due_at', 'data'] })
  for (const { id, name, data } of jobs) {
    await write([id, 'job', dueAt.toISOString(), JSON.stringify({ name, envelope: data })])
  }
  return jobs.length
}
