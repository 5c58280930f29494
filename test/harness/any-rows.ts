import { sql } from 'kysely'
import type { Catalog, Column, Table } from '../../scripts/db/catalog.ts'
import type { Database } from '../../src/kit/db/index.ts'

/** A value that fits a column, the n-th row's. */
function valueFor(table: Table, { name, type }: Column, n: number): string {
  for (const { definition } of table.constraints) {
    const [, from, to] = /^FOREIGN KEY \((\w+)\) REFERENCES (\w+)\(/.exec(definition) ?? []
    if (from === name && to && type === 'text') return `'${to}-${n}'`
    const [, column, first] = /^CHECK \(\((\w+) = ANY \(ARRAY\[('[^']*')/.exec(definition) ?? []
    if (column === name && first) return first
    // One of two is empty: the second.
    const [, empty] = /^CHECK \(\(\(\w+ IS NULL\) <> \((\w+) IS NULL\)\)\)$/.exec(definition) ?? []
    if (empty === name) return 'null'
  }
  if (type.endsWith('[]')) return `'{}'::${type}`
  if (type === 'boolean') return 'true'
  if (type.startsWith('timestamp')) return `timestamptz '2026-04-01 03:00Z' + interval '${n} minutes'`
  if (type === 'date') return `date '2026-04-01'`
  if (type === 'jsonb') return `'{"n": ${n}}'`
  if (type === 'bytea') return `'\\x00'`
  if (/^(integer|bigint|smallint|numeric|double|real)/.test(type)) return String(n)
  return `'${table.name}-${n}'`
}

/** Puts up to two rows into every table, with references that hold. */
export async function fill(db: Database, { tables }: Catalog): Promise<void> {
  await db.transaction(async (tx) => {
    // Tables come by name, whoever refers to whom.
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const table of tables) {
      if (table.name === 'schema_migrations') continue
      const columns = table.columns.filter(({ generated }) => !generated)
      for (const n of [1, 2]) {
        const names = columns.map(({ name }) => `"${name}"`).join(', ')
        const values = columns.map((column) => valueFor(table, column, n)).join(', ')
        await sql.raw(`insert into "${table.name}" (${names}) values (${values}) on conflict do nothing`).execute(tx)
      }
    }
  })
}

/** Every row of every table, but for the record of migrations. */
export async function contents(db: Database, { tables }: Catalog): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (name === 'schema_migrations') continue
    const { rows } = await sql.raw(`select * from "${name}" order by 1`).execute(db.read)
    found[name] = rows
  }
  return found
}
