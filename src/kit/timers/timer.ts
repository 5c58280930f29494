import { sql } from 'kysely'
import { json, type Reader, signal, type Tx } from '../db/index.ts'

/** Something that is due at a moment: one per subject and kind. */
export interface Timer {
  /** What it is about, an incident's id for one. */
  subject: string
  /** What is to be done; one handler per kind. */
  kind: string
  dueAt: Date
  /** Whatever the handler needs besides, as JSON. */
  data?: unknown
}

/** Tells the loops of this process when the earliest of the timers just set is due. */
export const TIMER_SET = 'timer.set'

/** Sets a timer, or moves the one of the same subject and kind. Resets its count of failures. */
export async function setTimer(tx: Tx, timer: Timer): Promise<void> {
  await setTimers(tx, [timer])
}

/** The most rows in one statement: below the protocol's 65,535 parameters. */
const ROWS_AT_ONCE = 1_000

/** Sets many timers, no two of the same subject and kind. */
export async function setTimers(tx: Tx, timers: readonly Timer[]): Promise<void> {
  for (let from = 0; from < timers.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('timers')
      .values(
        timers.slice(from, from + ROWS_AT_ONCE).map(({ subject, kind, dueAt, data = null }) => ({
          subject,
          kind,
          due_at: dueAt,
          data: json(data),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'kind'])
          .doUpdateSet({ due_at: sql`excluded.due_at`, data: sql`excluded.data`, failures: 0 }),
      )
      .execute()
  }
  const first = timers.reduce((least, { dueAt }) => Math.min(least, dueAt.getTime()), Number.POSITIVE_INFINITY)
  if (timers.length > 0) signal(tx, TIMER_SET, first)
}

/** When a timer is due; undefined where it is not set. */
export async function timerDue(reader: Reader, subject: string, kind: string): Promise<Date | undefined> {
  const row = await reader
    .selectFrom('timers')
    .select('due_at')
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.due_at
}

/** Takes a timer back. One that is not set does no harm. */
export async function cancelTimer(tx: Tx, subject: string, kind: string): Promise<void> {
  await tx.deleteFrom('timers').where('subject', '=', subject).where('kind', '=', kind).execute()
}

/** Takes every timer of a subject back. */
export async function cancelAll(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('timers').where('subject', '=', subject).execute()
}

/** The timer of one subject and kind; undefined when none is set. */
export async function timerOf(reader: Reader, subject: string, kind: string): Promise<Required<Timer> | undefined> {
  const row = await reader
    .selectFrom('timers')
    .select(['due_at', 'data'])
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && { subject, kind, dueAt: row.due_at, data: row.data }
}

/**
 * Holds a timer, set or not, until the transaction ends: of two that look at once whether it has anything to do, the second sees
 * what the first did.
 */
export async function holdTimer(tx: Tx, subject: string, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${subject}`}, 0))`.execute(tx)
}
