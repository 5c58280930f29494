import { sql } from 'kysely'
import type { Database, Schema, Tx } from '../../src/kit/db/index.ts'
import type { Rows } from './diary.ts'
import { foundIn } from './found.ts'

/** Whose rows an incident has, parents before what hangs on them. */
export const writtenTables = [
  'incidents',
  'incident_channels',
  'assembled_people',
  'assembled_channels',
  'role_holders',
  'updates',
  'checkpoints',
  'todos',
  'action_items',
  'postmortems',
  'postmortem_texts',
  'record_messages',
  'record_sources',
  'projections',
  'facts',
] as const satisfies readonly (keyof Schema)[]

/** How many rows one statement takes: as many as a PGlite writes in a moment. */
const rowsAtOnce = 1_000
/** How many incidents one transaction writes. */
const incidentsAtOnce = 100

/** Writes the rows of incidents, some at a time; `told` hears how many are written. */
export async function writeAll(
  db: Database,
  stories: Iterable<Rows>,
  told: (incidents: number) => void,
): Promise<void> {
  let waiting: Rows[] = []
  let written = 0
  const flush = async () => {
    const some = waiting
    waiting = []
    await db.transaction((tx) => writeSome(tx, some))
    written += some.length
    told(written)
  }
  for (const rows of stories) if (waiting.push(rows) === incidentsAtOnce) await flush()
  if (waiting.length > 0) await flush()
}

async function writeSome(tx: Tx, stories: readonly Rows[]): Promise<void> {
  for (const table of writtenTables)
    await insertAll(
      tx,
      table,
      stories.flatMap((rows) => rows.get(table) ?? []),
    )
  await insertAll(tx, 'search_entries', stories.flatMap(foundIn))
}

/** Rows of one table, each column that any of them names; the others have their defaults. */
async function insertAll(tx: Tx, table: keyof Schema, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    const columns = [...new Set(some.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name))
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(some)}::jsonb)`.execute(
      tx,
    )
  }
}
