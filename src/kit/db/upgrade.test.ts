import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readCatalog } from '../../../scripts/db/catalog.ts'
import { contents, fill } from '../../../test/harness/any-rows.ts'
import { onDatabase } from '../../../test/harness/database.ts'
import { migrate, readMigrations } from './index.ts'

onDatabase('PostgreSQL', (open) => {
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
