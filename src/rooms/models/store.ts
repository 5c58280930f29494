import { sql } from 'kysely'
import { z } from 'zod'
import { json, type Reader, type Tx } from '../../kit/db/index.ts'
import { type Checked, parts } from './claims/evidence.ts'
import type { Purpose } from './purpose.ts'

/** An answer that was checked, by what it was made from. */
export type Answer = {
  id: string
  incidentId: string
  purpose: Purpose
  language: string
  at: Date
  callId: string
  claims: readonly Checked[]
  /** Every message that it was made from, or that what it was made from was made from. */
  saidIn: readonly string[]
}

const claims = z.array(
  z.object({
    words: z.string(),
    sources: z.array(z.string()),
    standing: z.enum(['fact', 'assumed']),
    part: z.enum(parts),
  }),
)

const columns = ['id', 'incident_id', 'purpose', 'language', 'at', 'call_id', 'claims', 'said_in'] as const

/** The answer that was made from exactly this. */
export async function answerBy(reader: Reader, id: string): Promise<Answer | undefined> {
  const row = await reader.selectFrom('model_answers').select(columns).where('id', '=', id).executeTakeFirst()
  return row && answerOf(row)
}

/** The last answer for a purpose, whatever has been said since. */
export async function lastAnswer(
  reader: Reader,
  incidentId: string,
  purpose: Purpose,
  language: string,
): Promise<Answer | undefined> {
  const row = await reader
    .selectFrom('model_answers')
    .select(columns)
    .where('incident_id', '=', incidentId)
    .where('purpose', '=', purpose)
    .where('language', '=', language)
    // Portions of one summary may be kept within the same millisecond: calls are numbered in the order in which they left.
    .orderBy('at', 'desc')
    .orderBy('call_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && answerOf(row)
}

function answerOf(
  row: {
    [K in (typeof columns)[number]]: K extends 'claims'
      ? unknown
      : K extends 'at'
        ? Date
        : K extends 'said_in'
          ? string[]
          : string
  },
): Answer {
  return {
    id: row.id,
    incidentId: row.incident_id,
    // Written by us, from the list of purposes.
    purpose: row.purpose as Purpose,
    language: row.language,
    at: row.at,
    callId: row.call_id,
    claims: claims.parse(row.claims),
    saidIn: row.said_in,
  }
}

/** Keeps an answer; older ones for the same purpose are what nobody asks for any more. */
export async function keepAnswer(tx: Tx, answer: Answer): Promise<void> {
  await tx
    .insertInto('model_answers')
    .values({
      id: answer.id,
      incident_id: answer.incidentId,
      purpose: answer.purpose,
      language: answer.language,
      at: answer.at,
      call_id: answer.callId,
      claims: json(answer.claims),
      said_in: [...answer.saidIn],
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await sql`
    delete from model_answers where id in (
      select id from model_answers
      where incident_id = ${answer.incidentId} and purpose = ${answer.purpose} and language = ${answer.language}
      order by at desc, call_id desc offset ${mostKept})`.execute(tx)
}

/** So many stand for one purpose and language: people in the same room look since different moments. */
const mostKept = 20

/** A message is gone, or says something else: whatever was made from it is gone, too. */
export async function dropAnswersOf(tx: Tx, incidentId: string, place: string): Promise<void> {
  await tx
    .deleteFrom('model_answers')
    .where('incident_id', '=', incidentId)
    .where(sql<boolean>`said_in @> array[${place}]::text[]`)
    .execute()
}

/** All that was made of an incident. */
export async function dropAnswers(tx: Tx, incidentId: string): Promise<void> {
  await tx.deleteFrom('model_answers').where('incident_id', '=', incidentId).execute()
}
