import { sql } from 'kysely'
import type { z } from 'zod'
import { type Database, migrate, readMigrations, SetupError, type Tx } from '../../src/kit/db/index.ts'
import { end, head, rowLine, tableLine } from './bundle.ts'
import { readCatalog, type Table } from './catalog.ts'

const ROWS_AT_ONCE = 200

/** What migrations themselves write stands in a new database as well, and gives way to what is imported. */
const WRITTEN_BY_MIGRATIONS = ['installation']

/**
 * Brings an export into an empty `db`: all of it or nothing. `open` begins to read the lines again each time. Gives the number
 * of rows. Throws a SetupError for a database with rows, an export of a newer release, or one that is not whole.
 */
export async function readIn(db: Database, open: () => AsyncIterable<unknown>): Promise<number> {
  const { version } = await readHead(open())
  const migrations = await readMigrations()
  if (version > migrations.length) {
    throw new SetupError(
      `The export is of version ${version}, this release knows ${migrations.length}: import it with the newer release`,
    )
  }
  await refuseAnythingThere(db, version)
  await migrate(db, { migrations: migrations.slice(0, version) })
  const count = await db.transaction((tx) => fill(tx, open()))
  await migrate(db, { migrations })
  return count
}

async function readHead(lines: AsyncIterable<unknown>) {
  for await (const line of lines) {
    const first = head.safeParse(line)
    if (first.success) return first.data
    break
  }
  throw new SetupError('The file is not an export of this bot')
}

async function refuseAnythingThere(db: Database, version: number): Promise<void> {
  const { tables } = await readCatalog(db.read)
  for (const { name } of tables) {
    if (name === 'schema_migrations') {
      const { rows } = await sql<{ version: number }>`select max(version) as version from schema_migrations`.execute(
        db.read,
      )
      const there = rows[0]?.version ?? 0
      if (there > version) {
        throw new SetupError(
          `The export is of version ${version}, the database already at ${there}: import into a new one`,
        )
      }
      continue
    }
    if (WRITTEN_BY_MIGRATIONS.includes(name)) continue
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db.read)
    if (rows.length > 0) throw new SetupError(`The database is not empty (${name} has rows): import into a new one`)
  }
}

async function fill(tx: Tx, lines: AsyncIterable<unknown>): Promise<number> {
  const { tables } = await readCatalog(tx)
  const references = tables.flatMap(({ name, constraints }) =>
    constraints
      .filter(({ definition }) => definition.startsWith('FOREIGN KEY'))
      .map((one) => ({ table: name, ...one })),
  )
  // Rows come table by table, whoever refers to whom; put back at the end, every reference is checked.
  for (const { table, name } of references) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx)
  }
  for (const { name } of tables.filter((table) => WRITTEN_BY_MIGRATIONS.includes(table.name)))
    await sql`delete from ${sql.table(name)}`.execute(tx)
  const count = await copyRows(tx, tables, lines)
  for (const { table, name, definition } of references) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx)
  }
  for (const { name, columns } of tables) {
    for (const column of columns.filter(({ default_value: value }) => value?.endsWith('as identity'))) {
      await sql`
        select setval(pg_get_serial_sequence(${name}, ${column.name}), max(${sql.ref(column.name)}))
        from ${sql.table(name)} having count(*) > 0`.execute(tx)
    }
  }
  return count
}

async function copyRows(tx: Tx, tables: readonly Table[], lines: AsyncIterable<unknown>): Promise<number> {
  let count = 0
  let into: Target | undefined
  let rows: (string | null)[][] = []
  const flush = async () => {
    if (into && rows.length > 0) await insert(tx, into, rows)
    rows = []
  }
  for await (const line of lines) {
    if (Array.isArray(line)) {
      count++
      rows.push(rowLine.parse(line))
      if (rows.length === ROWS_AT_ONCE) await flush()
      continue
    }
    const last = end.safeParse(line)
    if (last.success) {
      await flush()
      if (last.data.rows === count) return count
      break
    }
    const next = tableLine.safeParse(line)
    if (!next.success) continue
    await flush()
    into = targetOf(tables, next.data)
  }
  throw new SetupError('The export is not whole: its end is missing')
}

interface Target {
  table: string
  columns: { name: string; type: string }[]
}

function targetOf(tables: readonly Table[], { table, columns }: z.infer<typeof tableLine>): Target {
  const known = tables.find(({ name }) => name === table)?.columns ?? []
  return {
    table,
    columns: columns.map((name) => {
      const column = known.find((one) => one.name === name)
      if (!column) throw new SetupError(`The export has ${table}.${name}, which its version of the schema lacks`)
      return column
    }),
  }
}

/** Values travel as PostgreSQL's text, which says the same on both databases, to the last microsecond. */
async function insert(tx: Tx, { table, columns }: Target, rows: (string | null)[][]): Promise<void> {
  const cast = (text: string | null, n: number) => sql`${text}::text::${sql.raw(columns[n]?.type ?? 'text')}`
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))}) overriding system value
    values ${sql.join(rows.map((row) => sql`(${sql.join(row.map(cast))})`))}`.execute(tx)
}
