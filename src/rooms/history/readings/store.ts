import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type Reading, type ReadingKind, readingKinds } from './reading.ts'

/** Notes a reading of each of these incidents; within the same hour it stands already. */
export async function addReadings(
  tx: Tx,
  incidentIds: readonly string[],
  { userId, what, at, through }: Reading,
  hour: Date,
): Promise<void> {
  await tx
    .insertInto('private_readings')
    .values(incidentIds.map((id) => ({ incident_id: id, user_id: userId, what, hour, at, through })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether somebody has read it since a moment. */
export async function hasReadSince(
  reader: Reader,
  incidentId: string,
  { userId, what }: Pick<Reading, 'userId' | 'what'>,
  since: Date,
): Promise<boolean> {
  const row = await reader
    .selectFrom('private_readings')
    .select('at')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .where('what', '=', what)
    .where('hour', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Who read an incident, the newest first, at most `limit`. */
export async function readingsOf(reader: Reader, incidentId: string, limit: number): Promise<Reading[]> {
  const rows = await reader
    .selectFrom('private_readings')
    .select(['user_id', 'what', 'at', 'through'])
    .where('incident_id', '=', incidentId)
    .orderBy('at', 'desc')
    .orderBy('user_id')
    .limit(limit)
    .execute()
  return rows.map(({ user_id: userId, what, at, through }) => ({ userId, what: kindOf(what), at, through }))
}

/** The table holds no other word. */
const kindOf = (word: string): ReadingKind => readingKinds.find((each) => each === word) ?? 'api'
