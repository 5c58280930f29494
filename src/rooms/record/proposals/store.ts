import type { Reader, Tx } from '../../../kit/db/index.ts'
import type { Place } from '../record.ts'
import type { Said } from './proposals.ts'

/** A message of the conversation, and whether people have decided about it: marked it, took the mark off, or said that it is none. */
export type Candidate = Said & { isDecided: boolean }

/** The whole conversation of an incident, oldest first, in one query. */
export async function conversationOf(reader: Reader, incidentId: string): Promise<Candidate[]> {
  const rows = await reader
    .selectFrom('record_messages as message')
    .leftJoin(
      (inner) =>
        inner
          .selectFrom('record_sources')
          .select(['channel_id', 'ts'])
          .where('incident_id', '=', incidentId)
          .where('kind', '=', 'timeline')
          .union(inner.selectFrom('record_refusals').select(['channel_id', 'ts']).where('incident_id', '=', incidentId))
          .as('decided'),
      (join) => join.onRef('decided.channel_id', '=', 'message.channel_id').onRef('decided.ts', '=', 'message.ts'),
    )
    .select([
      'message.channel_id as channelId',
      'message.ts',
      'message.thread_ts as threadTs',
      'message.author',
      'message.words',
      'message.said_at as saidAt',
      'decided.ts as decided',
    ])
    .where('message.incident_id', '=', incidentId)
    .where('message.deleted_at', 'is', null)
    .where('message.conversation', '=', true)
    .where('message.words', 'is not', null)
    .orderBy('message.said_at')
    .orderBy('message.ts')
    .execute()
  return rows.map(({ decided, words, ...row }) => ({ ...row, words: words ?? '', isDecided: decided !== null }))
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
