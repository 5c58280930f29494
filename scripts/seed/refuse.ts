import { sql } from 'kysely'
import { type Database, SetupError } from '../../src/kit/db/index.ts'

/**
 * Nobody mixes made-up incidents with real ones by mistake: a database that holds any is refused, unless `isBeside` says that they may
 * stand beside each other. Notes in an empty one that the search has nothing to read any more. Throws a SetupError.
 */
export async function refuseRealIncidents(db: Database, isBeside: boolean): Promise<void> {
  const { rows } = await sql`select from incidents limit 1`.execute(db.read)
  if (rows.length > 0 && !isBeside) {
    throw new SetupError(
      'The database holds incidents already: choose an empty one (SSSBOT_DATA or DATABASE_URL), or write --beside to add these to them. / ' +
        'すでにインシデントがあります。空のデータベースを使うか、--beside を付けてください',
    )
  }
  if (rows.length > 0) return
  await db.transaction((tx) =>
    sql`insert into search_fills (finished_at) values (timestamptz '2026-01-01 00:00Z') on conflict do nothing`.execute(
      tx,
    ),
  )
}
