import type { Reader, Tx } from '../../kit/db/index.ts'
import { readableBy, type Viewer } from '../access/index.ts'

/** A message that one person alone could read, about an incident or about none. `words` are mrkdwn. */
export type ToldAlone = { at: Date; words: string; incidentId: string | null }

/** Keeps a message for one person, and deletes everybody's that are older than `before`. False where it is kept already. */
export async function noteTold(
  tx: Tx,
  told: ToldAlone & { id: string; userId: string },
  before: Date,
): Promise<boolean> {
  await tx.deleteFrom('told_alone').where('at', '<', before).execute()
  const kept = await tx
    .insertInto('told_alone')
    .values({
      id: told.id,
      user_id: told.userId,
      at: told.at,
      words: told.words,
      incident_id: told.incidentId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return kept.length > 0
}

/** The messages for one person since `since`, as far as they may still know of the incident, the newest first. */
export async function toldSince(reader: Reader, viewer: Viewer, since: Date, most: number): Promise<ToldAlone[]> {
  return reader
    .selectFrom('told_alone')
    .leftJoin('incidents', 'incidents.id', 'told_alone.incident_id')
    .select(['told_alone.at', 'told_alone.words', 'told_alone.incident_id as incidentId'])
    .where('user_id', '=', viewer.userId)
    .where((is) => is.or([is('told_alone.incident_id', 'is', null), readableBy(viewer)]))
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('told_alone.id', 'desc')
    .limit(most)
    .execute()
}
