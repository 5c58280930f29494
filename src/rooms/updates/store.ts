import { type Selectable, sql } from 'kysely'
import type { Reader, Schema, Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { factsAboutAny } from '../facts/index.ts'
import type { LastUpdate, Report, Update } from './update.ts'

/** Counts one more update. The caller holds the incident, so no number is given twice. */
export async function nextNumber(tx: Tx, incidentId: string): Promise<number> {
  const row = await tx
    .selectFrom('updates')
    .select(sql<number>`coalesce(max(n), 0) + 1`.as('n'))
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function insertUpdate(
  tx: Tx,
  incidentId: string,
  update: Update & { isSupportTold: boolean; nextAt: Date | null; viewId: string | null },
): Promise<void> {
  await tx
    .insertInto('updates')
    .values({
      incident_id: incidentId,
      n: update.n,
      at: update.at,
      by_user: update.by,
      report: update.report,
      condition: update.condition,
      action: update.action,
      need: update.need,
      impact: update.impact,
      support_told: update.isSupportTold,
      next_at: update.nextAt,
      view_id: update.viewId,
    })
    .execute()
}

/** Whether the form has brought its update already. */
export async function isSent(reader: Reader, viewId: string): Promise<boolean> {
  const row = await reader.selectFrom('updates').select('n').where('view_id', '=', viewId).executeTakeFirst()
  return row !== undefined
}

/** The newest update; undefined while there is none. */
export const lastUpdate = async (reader: Reader, incidentId: string): Promise<LastUpdate | undefined> =>
  (await lastUpdates(reader, [incidentId])).get(incidentId)

/** The newest update of each of these incidents that has one, by its id; two statements, however many they are. */
export async function lastUpdates(reader: Reader, incidentIds: readonly string[]): Promise<Map<string, LastUpdate>> {
  if (incidentIds.length === 0) return new Map()
  const newest = reader
    .selectFrom('updates')
    .distinctOn('incident_id')
    .selectAll()
    .select([
      sql<Date>`first_value(at) over (partition by incident_id order by n)`.as('first_at'),
      sql<boolean>`bool_or(support_told) over (partition by incident_id)`.as('is_support_told'),
    ])
    .where(sql<boolean>`incident_id = any(${[...incidentIds]}::text[])`)
    .orderBy('incident_id')
    .orderBy('n', 'desc')
    .execute()
  const [rows, reopened] = await Promise.all([
    newest,
    factsAboutAny(reader, incidentIds.map(incidentSubject), ['incident.reopened']),
  ])
  return new Map(
    rows.map((row) => {
      const subject = incidentSubject(row.incident_id)
      // What was promised before it was over and taken up again binds nobody.
      const isVoid = row.next_at !== null && reopened.some((fact) => fact.subject === subject && fact.at > row.at)
      return [row.incident_id, updateFrom(row, isVoid)]
    }),
  )
}

type Row = Selectable<Schema['updates']> & { first_at: Date; is_support_told: boolean }

function updateFrom(row: Row, isVoid: boolean): LastUpdate {
  return {
    n: row.n,
    at: row.at,
    by: row.by_user,
    report: row.report as Report,
    condition: row.condition,
    action: row.action,
    need: row.need,
    impact: row.impact,
    firstAt: row.first_at,
    isSupportTold: row.is_support_told,
    unchanged: row.unchanged_at && row.unchanged_by ? { at: row.unchanged_at, by: row.unchanged_by } : null,
    promisedMs: row.next_at ? row.next_at.getTime() - (row.unchanged_at ?? row.at).getTime() : null,
    nextAt: isVoid ? null : row.next_at,
    overdueSteps: isVoid ? 0 : row.overdue_steps,
  }
}

/** What every update of an incident said, the oldest first. */
export async function updatesOf(
  reader: Reader,
  incidentId: string,
): Promise<Pick<Update, 'n' | 'at' | 'condition' | 'action' | 'need' | 'impact'>[]> {
  return reader
    .selectFrom('updates')
    .select(['n', 'at', 'condition', 'action', 'need', 'impact'])
    .where('incident_id', '=', incidentId)
    .orderBy('n')
    .execute()
}

/** Somebody says that an update still holds: the next one is promised for `nextAt` instead, and nobody is late. */
export async function renewPromise(
  tx: Tx,
  incidentId: string,
  n: number,
  { nextAt, at, by }: { nextAt: Date; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('updates')
    .set({ next_at: nextAt, unchanged_at: at, unchanged_by: by, overdue_steps: 0 })
    .where('incident_id', '=', incidentId)
    .where('n', '=', n)
    .execute()
}

/** Notes how far the escalation about one update's promise has gone. */
export async function countOverdueStep(tx: Tx, incidentId: string, n: number, steps: number): Promise<void> {
  await tx
    .updateTable('updates')
    .set({ overdue_steps: steps })
    .where('incident_id', '=', incidentId)
    .where('n', '=', n)
    .execute()
}
