import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { PageEvent } from './facts.ts'
import type { Page, PageState } from './page.ts'

const columns = [
  'id',
  'incident_id',
  'pager',
  'n',
  'event',
  'requested_at',
  'state',
  'attempts',
  'sending_until',
  'error',
  'settled_at',
  'by_hand',
  'reason',
  'answer',
  'answered_by',
  'answered_at',
  'assigned_to',
] as const

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const select = (reader: Reader) => reader.selectFrom('pages').select(columns)

/** The checks of the table hold the narrower types of event and state. */
const fromRow = (row: Row): Page => ({
  id: row.id,
  incidentId: row.incident_id,
  pager: row.pager,
  n: row.n,
  event: row.event as PageEvent,
  requestedAt: row.requested_at,
  state: row.state as PageState,
  attempts: row.attempts,
  sendingUntil: row.sending_until,
  error: row.error,
  settledAt: row.settled_at,
  byHand: row.by_hand,
  reason: row.reason,
  answer: row.answer && row.answered_at ? { is: row.answer, who: row.answered_by, at: row.answered_at } : null,
  assignedTo: row.assigned_to,
})

/** Adds the next page of an incident to a pager, and answers its number. The caller holds the incident. */
export async function addPage(
  tx: Tx,
  page: Pick<Page, 'id' | 'incidentId' | 'pager' | 'event' | 'requestedAt'> & Partial<Pick<Page, 'byHand' | 'reason'>>,
): Promise<number> {
  const row = await tx
    .insertInto('pages')
    .values((values) => ({
      id: page.id,
      incident_id: page.incidentId,
      pager: page.pager,
      n: values
        .selectFrom('pages')
        .where('incident_id', '=', page.incidentId)
        .where('pager', '=', page.pager)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      event: page.event,
      requested_at: page.requestedAt,
      by_hand: page.byHand ?? false,
      reason: page.reason ?? null,
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}

/** All pages of an incident, by pager and in order. */
export async function pagesOf(reader: Reader, incidentId: string): Promise<Page[]> {
  const rows = await select(reader).where('incident_id', '=', incidentId).orderBy('pager').orderBy('n').execute()
  return rows.map(fromRow)
}

/** One page, held until the transaction ends. */
export async function lockPage(tx: Tx, id: string): Promise<Page | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Notes that a call is about to be made, which ends before `until`. */
export async function markSending(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.updateTable('pages').set({ sending_until: until }).where('id', '=', id).execute()
}

/** Notes how a try went: `trying` when it is to be tried again. */
export async function markTried(
  tx: Tx,
  id: string,
  tried: { state: PageState; attempts: number; error: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('pages')
    .set({
      state: tried.state,
      attempts: tried.attempts,
      error: tried.error,
      sending_until: null,
      settled_at: tried.state === 'trying' ? null : tried.at,
    })
    .where('id', '=', id)
    .execute()
}

/** What was to be sent before page `n` and is overtaken by it. */
export async function markNeedless(tx: Tx, page: Page, at: Date): Promise<void> {
  await tx
    .updateTable('pages')
    .set({ state: 'needless', settled_at: at })
    .where('incident_id', '=', page.incidentId)
    .where('pager', '=', page.pager)
    .where('n', '<', page.n)
    .where('state', '=', 'trying')
    .execute()
}

/** Notes what became of a page. */
export async function putPageAnswer(tx: Tx, id: string, answer: NonNullable<Page['answer']>): Promise<void> {
  await tx
    .updateTable('pages')
    .set({ answer: answer.is, answered_by: answer.who, answered_at: answer.at })
    .where('id', '=', id)
    .execute()
}

/** Notes whom the service asks now. */
export async function putAssigned(tx: Tx, id: string, assignedTo: string): Promise<void> {
  await tx.updateTable('pages').set({ assigned_to: assignedTo }).where('id', '=', id).execute()
}
