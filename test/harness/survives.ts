import { sql } from 'kysely'
import { expect } from 'vitest'
import { readCatalog } from '../../scripts/db/catalog.ts'
import { type Database, migrate, type readMigrations } from '../../src/kit/db/index.ts'
import { contents, fill } from './any-rows.ts'

/** The migrations up to which 0.3.0 went: what people come from. */
export const released = 17

/** Fills every table as it is after so many migrations, takes the rest, and finds each row as it stood. Empties the database first. */
export async function rowsSurviveFrom(
  version: number,
  db: Database,
  migrations: Awaited<ReturnType<typeof readMigrations>>,
): Promise<void> {
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
