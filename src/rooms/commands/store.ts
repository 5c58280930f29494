import type { Reader, Tx } from '../../kit/db/index.ts'
import { readableBy, type Viewer } from '../access/index.ts'

/** Something that was told to somebody alone, of an incident or of none. `words` are mrkdwn. */
export type ToldAlone = { at: Date; words: string; incidentId: string | null }

/** Keeps what somebody was told, and forgets what everybody was told before `before`. */
export async function noteTold(tx: Tx, told: ToldAlone & { id: string; userId: string }, before: Date): Promise<void> {
  await tx.deleteFrom('told_alone').where('at', '<', before).execute()
  await tx
    .insertInto('told_alone')
    .values({
      id: told.id,
      user_id: told.userId,
      at: told.at,
      words: told.words,
      incident_id: told.incidentId,
    })
    .execute()
}

/** What somebody was told since `since`, as far as they may know of it still, the newest first. */
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
