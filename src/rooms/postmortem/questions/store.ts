import type { Reader, Tx } from '../../../kit/db/index.ts'
import type { Addressee, Asked, Question, QuestionState } from './question.ts'

const select = (reader: Reader) => reader.selectFrom('postmortem_questions').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** The check of the table holds the states. */
const fromRow = (row: Row): Question => ({
  id: row.id,
  incidentId: row.incident_id,
  gap: row.gap as Asked,
  userId: row.user_id,
  channelId: row.channel_id,
  askedAt: row.asked_at,
  passedBy: row.passed_by,
  state: row.state as QuestionState,
  settledAt: row.settled_at,
  settledBy: row.settled_by,
  passedTo: row.passed_to,
})

/** All that was asked about an incident, oldest first. */
export async function questionsOf(reader: Reader, incidentId: string): Promise<Question[]> {
  const rows = await select(reader).where('incident_id', '=', incidentId).orderBy('asked_at').orderBy('id').execute()
  return rows.map(fromRow)
}

/** What somebody is asked and has not answered about these incidents: one thing at a time. */
export async function openQuestionOf(
  reader: Reader,
  userId: string,
  incidentIds: readonly string[],
): Promise<Question | undefined> {
  if (incidentIds.length === 0) return undefined
  const row = await select(reader)
    .where('user_id', '=', userId)
    .where('state', '=', 'open')
    .where('incident_id', 'in', incidentIds)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function questionById(reader: Reader, id: string): Promise<Question | undefined> {
  const row = await select(reader).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Of these people, those who have an open question about any incident. */
export async function busyAmong(reader: Reader, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set()
  const rows = await reader
    .selectFrom('postmortem_questions')
    .select('user_id')
    .where('user_id', 'in', userIds)
    .where('state', '=', 'open')
    .execute()
  return new Set(rows.flatMap(({ user_id }) => user_id ?? []))
}

/** Asks; false when in the same moment the person got another question, or the same was asked of somebody else. */
export async function insertQuestion(
  tx: Tx,
  {
    id,
    incidentId,
    gap,
    userId,
    channelId,
    passedBy,
  }: { id: string; incidentId: string; gap: Asked; passedBy: string | null } & Addressee,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('postmortem_questions')
    .values({
      id,
      gap,
      state: 'open',
      incident_id: incidentId,
      user_id: userId,
      channel_id: channelId,
      asked_at: now,
      passed_by: passedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a question that is open (or `from` another state); false when it has ended otherwise already. */
export async function settleQuestion(
  tx: Tx,
  id: string,
  {
    state,
    by,
    passedTo = null,
  }: { state: Exclude<QuestionState, 'open'>; by: string | null; passedTo?: string | null },
  now: Date,
  from: readonly QuestionState[] = ['open'],
): Promise<boolean> {
  const row = await tx
    .updateTable('postmortem_questions')
    .set({ state, settled_at: now, settled_by: by, passed_to: passedTo })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Incidents whose postmortem is being written, the longest first. */
export async function incidentsInWork(reader: Reader, most: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('postmortems')
    .select('incident_id')
    .where('status', '=', 'draft')
    .orderBy('drafted_at')
    .orderBy('incident_id')
    .limit(most)
    .execute()
  return rows.map((row) => row.incident_id)
}
