import { sql } from 'kysely'
import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type Looker, readableBy } from '../../access/index.ts'
import { hashOf } from '../purpose.ts'
import type { Ended, NewCall, Unusable } from './call.ts'

/** What the database cannot keep in a text. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD')

/** One who writes into the ledger at a time: limits are kept, whoever asks. */
export async function holdLedger(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('models.ledger', 0))`.execute(tx)
}

export async function addCall(tx: Tx, call: NewCall): Promise<void> {
  await tx
    .insertInto('model_calls')
    .values({
      id: call.id,
      at: call.at,
      role: call.role,
      provider: call.provider,
      model: call.model,
      url: call.url,
      leaves: call.leaves,
      purpose: call.purpose,
      incident_id: call.incidentId,
      asked_by: call.askedBy,
      attempt: call.attempt,
      outcome: 'sent',
      input_tokens: call.inputTokens,
      output_tokens: call.outputTokens,
      is_estimated: true,
      cost: call.cost,
      request: storable(call.request),
      request_hash: hashOf(call.request),
      said_in: [...call.saidIn],
    })
    .execute()
}

/** What became of a call. The answer is not kept where a deletion came in between. */
export async function endCall(tx: Tx, id: string, { at, counted, answer, ...ended }: Ended): Promise<void> {
  await tx
    .updateTable('model_calls')
    .set((row) => ({
      ...ended,
      ended_at: at,
      ...(counted
        ? {
            input_tokens: counted.inputTokens,
            output_tokens: counted.outputTokens,
            cost: counted.cost,
            is_estimated: false,
          }
        : {}),
      answer:
        answer === null
          ? null
          : sql<string | null>`case when ${row.ref('scrubbed_at')} is null then ${storable(answer)}::text end`,
      answer_hash: answer === null ? null : hashOf(answer),
    }))
    .where('id', '=', id)
    .execute()
}

/** An answer came whole, and nothing of it can be shown. */
export async function noteUnusable(tx: Tx, id: string, why: Unusable): Promise<void> {
  await tx.updateTable('model_calls').set({ reason: why }).where('id', '=', id).execute()
}

/** Whether the words of a call stand still in the ledger; held until the transaction ends. */
export async function stillStands(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('model_calls')
    .select('scrubbed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.scrubbed_at === null
}

export type Spent = { tokens: number; cost: number; tokensOfAll: number; costOfAll: number }

/** What was spent since a moment, of one incident and of all; what is under way counts as expected. */
export async function spentSince(reader: Reader, since: Date, incidentId: string | null): Promise<Spent> {
  const { rows } = await sql<Spent>`
    select
      coalesce(sum(input_tokens + output_tokens) filter (where incident_id = ${incidentId}::text), 0)::int8 as tokens,
      coalesce(sum(cost) filter (where incident_id = ${incidentId}::text), 0) as cost,
      coalesce(sum(input_tokens + output_tokens), 0)::int8 as "tokensOfAll",
      coalesce(sum(cost), 0) as "costOfAll"
    from model_calls where at > ${since}`.execute(reader)
  return rows[0] ?? { tokens: 0, cost: 0, tokensOfAll: 0, costOfAll: 0 }
}

/** How often the very same request was sent since a moment. */
export async function sentSince(reader: Reader, since: Date, request: string): Promise<number> {
  const { count } = await reader
    .selectFrom('model_calls')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('request_hash', '=', hashOf(request))
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Whether the very same request was sent since a moment, and nothing has come of it yet. */
export async function isUnderWay(reader: Reader, since: Date, request: string): Promise<boolean> {
  const row = await reader
    .selectFrom('model_calls')
    .select('id')
    .where('request_hash', '=', hashOf(request))
    .where('outcome', '=', 'sent')
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A message is gone: whatever was sent with it loses its words, and its answer, too. */
export async function scrubCalls(tx: Tx, incidentId: string, place: string, now: Date): Promise<void> {
  await tx
    .updateTable('model_calls')
    .set({ request: null, answer: null, said_in: [], scrubbed_at: now, scrubbed_for: 'deletion' })
    .where('incident_id', '=', incidentId)
    .where(sql<boolean>`said_in @> array[${place}]::text[]`)
    .execute()
}

/** The time of the texts is up: what was sent before a moment keeps its figures and hashes alone. */
export async function forgetBefore(tx: Tx, before: Date, now: Date): Promise<void> {
  await tx
    .updateTable('model_calls')
    .set({ request: null, answer: null, said_in: [], scrubbed_at: now, scrubbed_for: 'age' })
    .where('at', '<', before)
    .where('scrubbed_at', 'is', null)
    .execute()
}

/** When the oldest text was sent. */
export async function oldestText(reader: Reader): Promise<Date | undefined> {
  const row = await reader
    .selectFrom('model_calls')
    .select('at')
    .where('scrubbed_at', 'is', null)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/**
 * A page of the ledger, newest first. Of an incident that `looker` may not know of only the figures show, so that sums hold: nothing says
 * which it is, who asked, or what was said.
 */
export async function callsFor(reader: Reader, looker: Looker, page: { before: string | undefined; limit: number }) {
  const rows = await reader
    .selectFrom('model_calls')
    .leftJoin('incidents', (join) => join.onRef('incidents.id', '=', 'model_calls.incident_id').on(readableBy(looker)))
    .selectAll('model_calls')
    .select('incidents.id as known')
    .$if(page.before !== undefined, (query) => query.where('model_calls.id', '<', page.before ?? ''))
    .orderBy('model_calls.id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(({ known, incident_id, asked_by, request, answer, purpose, said_in: _, ...figures }) =>
    incident_id === null || known !== null
      ? { ...figures, purpose, incident_id, asked_by, request, answer, isHidden: false }
      : { ...figures, purpose: null, incident_id: null, asked_by: null, request: null, answer: null, isHidden: true },
  )
}

/** A row as somebody sees it. */
export type LedgerRow = Awaited<ReturnType<typeof callsFor>>[number]
