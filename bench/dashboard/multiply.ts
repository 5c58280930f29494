import { sql } from 'kysely'
import { readCatalog, type Table } from '../../scripts/db/catalog.ts'
import { writtenTables } from '../../scripts/seed/write.ts'
import type { Database } from '../../src/kit/db/index.ts'

/** Whose rows are copied, parents first. */
const tables = [...writtenTables, 'search_entries']

/**
 * Copies every incident so many times over, each copy a few minutes later and under ids of its own: by the database alone, which takes a
 * twentieth of the time that telling them takes. The search's index is made again at the end.
 */
export async function multiply(db: Database, copies: number, told: (table: string) => void): Promise<void> {
  if (copies < 1) return
  const catalog = await readCatalog(db.read)
  const index = catalog.tables
    .find(({ name }) => name === 'search_entries')
    ?.indexes.find((each) => each.includes('gin'))
  await sql`drop index if exists search_entries_grams`.execute(db.read)
  for (const name of tables) {
    const found = catalog.tables.find((table) => table.name === name)
    if (!found) throw new Error(`There is no table ${name}`)
    told(name)
    await copyTable(db, found, copies)
  }
  if (index) await sql.raw(index).execute(db.read)
  await sql`analyze`.execute(db.read)
}

async function copyTable(db: Database, { name, columns }: Table, copies: number): Promise<void> {
  const own = columns.filter(({ generated, default_value }) => !generated && !default_value?.startsWith('generated'))
  const into = own.map((column) => sql.ref(column.name))
  const from = own.map((column) => sql.raw(`${copyOf(name, column.name, column.type)}`))
  await sql`
    insert into ${sql.table(name)} (${sql.join(into)})
    select ${sql.join(from)} from (select * from ${sql.table(name)}) as row
    cross join lateral (
      select nth, lpad(nth::text, 8, '0') as mark from generate_series(1, ${copies}) as nth
    ) as copy`.execute(db.read)
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
