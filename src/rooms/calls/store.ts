import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { reasonsOf } from '../assembly/index.ts'
import { incidentHere } from '../channel/index.ts'
import { type Answer, type Call, calledReason } from './call.ts'

/** Adds a call, and answers its number. The caller holds the incident. */
export async function addCall(tx: Tx, call: Omit<Call, 'n' | 'answers'> & { incidentId: string }): Promise<number> {
  const row = await tx
    .insertInto('calls')
    .values((values) => ({
      incident_id: call.incidentId,
      n: values
        .selectFrom('calls')
        .where('incident_id', '=', call.incidentId)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      called_by: call.by,
      called_at: call.at,
      function: call.function,
      reason: call.reason,
      channels: [...call.channels],
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}

/** The calls of an incident with what was answered, oldest first. */
export async function callsOf(reader: Reader, incidentId: string): Promise<Call[]> {
  const rows = await reader.selectFrom('calls').selectAll().where('incident_id', '=', incidentId).orderBy('n').execute()
  if (rows.length === 0) return []
  const answered = await reader
    .selectFrom('call_answers')
    .select(['n', 'user_id', 'answer', 'at'])
    .where('incident_id', '=', incidentId)
    .orderBy('at')
    .orderBy('user_id')
    .execute()
  return rows.map((row) => ({
    n: row.n,
    by: row.called_by,
    at: row.called_at,
    function: row.function,
    reason: row.reason,
    channels: row.channels,
    answers: answered
      .filter(({ n }) => n === row.n)
      .map(({ user_id, answer, at }) => ({ userId: user_id, answer: answer as Answer, at })),
  }))
}

export async function callExists(reader: Reader, incidentId: string, n: number): Promise<boolean> {
  const row = await reader
    .selectFrom('calls')
    .select('n')
    .where('incident_id', '=', incidentId)
    .where('n', '=', n)
    .executeTakeFirst()
  return row !== undefined
}

/** A call that somebody was called by and has not answered yet. */
type OpenCall = { incidentId: string; n: number }

/** The calls that somebody has not answered yet in the incident of a channel. One statement, and no row for most of what is said. */
export async function openCallsOf(reader: Reader, channelId: string, userId: string): Promise<OpenCall[]> {
  const rows = await reader
    .selectFrom('calls')
    .select(['incident_id as incidentId', 'n'])
    .where('incident_id', '=', incidentHere(channelId))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('call_answers')
            .select('call_answers.n')
            .whereRef('call_answers.n', '=', 'calls.n')
            .whereRef('call_answers.incident_id', '=', 'calls.incident_id')
            .where('call_answers.user_id', '=', userId),
        ),
      ),
    )
    .orderBy('n')
    .execute()
  const [first] = rows
  if (!first) return []
  const reasons = await reasonsOf(reader, first.incidentId, userId)
  return rows.filter(({ n }) => reasons.includes(calledReason(n)))
}

export async function answerOf(reader: Reader, incidentId: string, n: number, userId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('call_answers')
    .select('answer')
    .where('incident_id', '=', incidentId)
    .where('n', '=', n)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.answer ?? null
}

/** A later answer takes the place of an earlier one. */
export async function putAnswer(
  tx: Tx,
  given: { incidentId: string; n: number; userId: string; answer: Answer; at: Date },
): Promise<void> {
  await tx
    .insertInto('call_answers')
    .values({
      incident_id: given.incidentId,
      n: given.n,
      user_id: given.userId,
      answer: given.answer,
      at: given.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['incident_id', 'n', 'user_id'])
        .doUpdateSet({ answer: sql`excluded.answer`, at: sql`excluded.at` }),
    )
    .execute()
}
