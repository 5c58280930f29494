import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Catalog, type Column, readCatalog, type Table } from '../../../scripts/db/catalog.ts'
import { onDatabase } from '../../../test/harness/database.ts'
import { type Database, migrate, readMigrations } from './index.ts'

/** A value that fits a column, the n-th row's. */
function valueFor(table: Table, { name, type }: Column, n: number): string {
  for (const { definition } of table.constraints) {
    const [, column, first] = /^CHECK \(\((\w+) = ANY \(ARRAY\[('[^']*')/.exec(definition) ?? []
    if (column === name && first) return first
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

/** Puts two rows into every table; of a boolean key with one value, one. */
async function fill(db: Database, { tables }: Catalog): Promise<void> {
  await db.transaction(async (tx) => {
    // Rows refer to each other's n-th row only loosely; references are not what is tried here.
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

async function contents(db: Database, { tables }: Catalog): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (name === 'schema_migrations') continue
    const { rows } = await sql.raw(`select * from "${name}" order by 1`).execute(db.read)
    found[name] = rows
  }
  return found
}

onDatabase('PGlite', (open) => {
  test('rows written at any earlier version survive every later migration', async () => {
    const migrations = await readMigrations()
    const db = await open()
    for (let version = 1; version < migrations.length; version++) {
      await db.transaction(async (tx) => {
        await sql`drop schema public cascade`.execute(tx)
        await sql`create schema public`.execute(tx)
      })
      await migrate(db, { migrations: migrations.slice(0, version) })
      const catalog = await readCatalog(db.read)
      await fill(db, catalog)
      const before = await contents(db, catalog)
      await migrate(db)
      const after = await contents(db, catalog)
      for (const [table, rows] of Object.entries(before)) {
        expect(rows.length, `${table} at version ${version}`).toBeGreaterThan(0)
        // A migration may add columns; it may not lose a row or change what stood there.
        expect(after[table], `${table} from version ${version}`).toMatchObject(rows as object[])
      }
    }
  })
})
