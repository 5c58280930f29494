import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'

/** Notes that these incidents stand on a person's home tab; `besides`: what stood there before may stand there still. */
export async function noteHome(
  tx: Tx,
  userId: string,
  incidents: readonly string[],
  at: Date,
  besides: boolean,
): Promise<void> {
  const shown = [...new Set(incidents)]
  await tx
    .insertInto('homes')
    .values({ user_id: userId, incidents: shown, drawn_at: at })
    .onConflict((row) =>
      row.column('user_id').doUpdateSet({
        incidents: besides
          ? sql<string[]>`array(select distinct unnest(homes.incidents || excluded.incidents))`
          : sql<string[]>`excluded.incidents`,
        drawn_at: at,
      }),
    )
    .execute()
}

/** Nothing is drawn for somebody any more. */
export const forgetHome = (tx: Tx, userId: string) => tx.deleteFrom('homes').where('user_id', '=', userId).execute()

/** Whose home tabs show an incident, in a lasting order. */
export async function homesShowing(reader: Reader, incidentId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('homes')
    .select('user_id')
    .where(sql<boolean>`incidents @> array[${incidentId}]::text[]`)
    .orderBy('user_id')
    .execute()
  return rows.map((row) => row.user_id)
}
