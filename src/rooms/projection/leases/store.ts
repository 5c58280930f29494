import { sql } from 'kysely'
import type { Reader, Tx, Writer } from '../../../kit/db/index.ts'

/** On it every replica hears which subject was changed, once that is committed. */
export const subjectsRaised = 'sssbot_subjects'

/** One more change to show. Locks the subject's row until the transaction ends. */
export async function raiseVersion(tx: Tx, subject: string): Promise<void> {
  await tx
    .insertInto('projections')
    .values({ subject, version: 1 })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ version: sql`projections.version + 1` }))
    .returning(sql`pg_notify(${subjectsRaised}, projections.subject)`.as('told'))
    .execute()
}

/**
 * Takes the subject for one renderer until `until`; null when another holds it, or nothing is behind.
 * The same holder takes it again to hold it longer.
 */
export async function lease(
  tx: Writer,
  subject: string,
  holder: string,
  now: Date,
  until: Date,
): Promise<number | null> {
  const row = await tx
    .updateTable('projections')
    .set({ lease_holder: holder, lease_until: until, retry_at: null })
    .where('subject', '=', subject)
    .whereRef('rendered_version', '<', 'version')
    .where((is) =>
      is.or([is('lease_until', 'is', null), is('lease_until', '<=', now), is('lease_holder', '=', holder)]),
    )
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** Holds a subject longer. A holder who has given it back meanwhile does not take it again. */
export async function extendLease(tx: Writer, subject: string, holder: string, until: Date): Promise<void> {
  await tx
    .updateTable('projections')
    .set({ lease_until: until })
    .where('subject', '=', subject)
    .where('lease_holder', '=', holder)
    .execute()
}

/** Gives the subject back unfinished, or leaves it untaken, to be taken up again by the sweep at `retryAt`. */
export async function releaseLease(tx: Writer, subject: string, holder: string, retryAt: Date): Promise<void> {
  await tx
    .updateTable('projections')
    .set({ lease_holder: null, lease_until: null, retry_at: retryAt })
    .where('subject', '=', subject)
    .where((is) => is.or([is('lease_holder', 'is', null), is('lease_holder', '=', holder)]))
    .execute()
}

/** Forgets every lease: for a process that knows itself to be the only one. */
export async function forgetLeases(tx: Tx): Promise<void> {
  await tx
    .updateTable('projections')
    .set({ lease_holder: null, lease_until: null, retry_at: null })
    .where('lease_holder', 'is not', null)
    .execute()
}

/** Subjects that are behind, held by nobody, and not waiting for a later moment; whose moment came first, first. */
export async function behind(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('projections')
    .select('subject')
    .whereRef('rendered_version', '<', 'version')
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
    .where((is) => is.or([is('retry_at', 'is', null), is('retry_at', '<=', now)]))
    // Those without one mostly have a job that waits for its turn.
    .orderBy('retry_at', (order) => order.asc().nullsLast())
    .limit(limit)
    .execute()
  return rows.map((row) => row.subject)
}
