import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type Place, saidAt } from '../record.ts'
import type { Said } from './proposals.ts'

/** A message of the conversation, and whether people have decided about it: marked it, took the mark off, or said that it is none. */
export type Candidate = Said & { isDecided: boolean }

/** The whole conversation of an incident, oldest first. */
export async function conversationOf(reader: Reader, incidentId: string): Promise<Candidate[]> {
  const rows = await reader
    .selectFrom('record_messages')
    .select(['channel_id as channelId', 'ts', 'author', 'words'])
    .where('incident_id', '=', incidentId)
    .where('deleted_at', 'is', null)
    .where('conversation', '=', true)
    .where('words', 'is not', null)
    .execute()
  const decided = await decidedIn(reader, incidentId)
  // Thousands of rows: what their keys say is not read, sorted or joined in the database.
  return rows
    .map(({ words, ...row }) => ({
      ...row,
      words: words ?? '',
      saidAt: saidAt(row.ts),
      isDecided: decided.has(`${row.channelId} ${row.ts}`),
    }))
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
}

async function decidedIn(reader: Reader, incidentId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('record_sources')
    .select(['channel_id', 'ts'])
    .where('incident_id', '=', incidentId)
    .where('kind', '=', 'timeline')
    .union(reader.selectFrom('record_refusals').select(['channel_id', 'ts']).where('incident_id', '=', incidentId))
    .execute()
  return new Set(rows.map((row) => `${row.channel_id} ${row.ts}`))
}

/** Notes that a message is no key moment; false when somebody has said so before. */
export async function addRefusal(
  tx: Tx,
  incidentId: string,
  { channelId, ts }: Place,
  by: string,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('record_refusals')
    .values({ incident_id: incidentId, channel_id: channelId, ts, by, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ts')
    .executeTakeFirst()
  return row !== undefined
}
