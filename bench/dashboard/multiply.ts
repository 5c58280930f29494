import { sql } from 'kysely'
import { readCatalog, type Table } from '../../scripts/db/catalog.ts'
import { writtenTables } from '../../scripts/seed/write.ts'
import type { Database } from '../../src/kit/db/index.ts'

/** Whose rows are copied, parents first. */
const tables = [...writtenTables, 'search_entries']

/** One statement writes so many copies of each row, so that progress can be reported in between. */
const copiesAtOnce = 7

/**
 * Copies every incident so many times, each copy a few minutes later and under its own ids. The database does it alone, which takes a
 * twentieth of the time that telling the incidents takes: indexes that only help to find rows are built at the end, and foreign keys,
 * which the ids keep by themselves, are not checked row by row (only a superuser may switch that off).
 */
export async function multiply(db: Database, copies: number, report: (line: string) => void): Promise<void> {
  if (copies < 1) return
  const catalog = await readCatalog(db.read)
  for (const name of tables) {
    const table = catalog.tables.find((each) => each.name === name)
    if (!table) throw new Error(`There is no table ${name}`)
    await copyTable(db, table, copies, report)
  }
  report('vacuum and analyze')
  await sql`vacuum analyze`.execute(db.read)
}

async function copyTable(
  db: Database,
  { name, columns, indexes }: Table,
  copies: number,
  report: (line: string) => void,
): Promise<void> {
  const own = columns.filter(({ generated, default_value }) => !generated && !default_value?.startsWith('generated'))
  const into = sql.join(own.map((column) => sql.ref(column.name)))
  const from = sql.join(own.map((column) => sql.raw(copyOf(name, column.name, column.type))))
  await sql`drop table if exists first_rows`.execute(db.read)
  await sql`create unlogged table first_rows as table ${sql.table(name)}`.execute(db.read)
  for (const index of indexes) await sql`drop index ${sql.table(nameOf(index))}`.execute(db.read)
  for (let done = 0; done < copies; done += copiesAtOnce) {
    await db.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`
        insert into ${sql.table(name)} (${into})
        select ${from} from first_rows as row
        cross join lateral (
          select nth, lpad(nth::text, 8, '0') as mark
          from generate_series(${done + 1}::int, ${Math.min(copies, done + copiesAtOnce)}::int) as nth
        ) as copy`.execute(tx)
    })
    report(`${name}: ${Math.min(copies, done + copiesAtOnce)} of ${copies} copies`)
  }
  await sql`drop table first_rows`.execute(db.read)
  for (const index of indexes) {
    report(`${name}: index ${nameOf(index)}`)
    await db.transaction(async (tx) => {
      await sql`set local maintenance_work_mem = '1GB'`.execute(tx)
      await sql.raw(index).execute(tx)
    })
  }
}

/** The name in an index's defining statement. */
function nameOf(index: string): string {
  const [, name] = /^CREATE (?:UNIQUE )?INDEX (\w+) ON /.exec(index) ?? []
  if (!name) throw new Error(`This index has no name: ${index}`)
  return name
}

/** A column of a copy: ids end in the copy's number, moments are as many times seven minutes later. */
function copyOf(table: string, column: string, type: string): string {
  const renamed = (text: string) => `left(${text}, length(${text}) - 8) || mark`
  if (type.startsWith('timestamp')) return `row."${column}" + nth * interval '7 minutes'`
  if (column === 'incident_id' || column === 'subject' || (column === 'id' && table !== 'search_entries'))
    return renamed(`row."${column}"`)
  if (column === 'channel_id' && (table === 'incident_channels' || table.startsWith('record_')))
    return `row.channel_id || mark`
  if (table === 'incident_channels' && column === 'name') return `row.name || '-c' || mark`
  if (column === 'ref')
    return `case row.kind when 'message' then replace(row.ref, ':', mark || ':') when 'todo' then ${renamed('row.ref')} when 'action' then ${renamed('row.ref')} else row.ref end`
  if (column === 'said_in') return `replace(row.said_in, ':', mark || ':')`
  return `row."${column}"`
}
