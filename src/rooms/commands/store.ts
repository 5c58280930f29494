import type { Reader, Tx } from '../../kit/db/index.ts'

/** Something that was told to somebody alone. `words` are mrkdwn. */
export type ToldAlone = { at: Date; words: string }

/** Keeps what somebody was told, and forgets what everybody was told before `before`. */
export async function noteTold(tx: Tx, told: ToldAlone & { id: string; userId: string }, before: Date): Promise<void> {
  await tx.deleteFrom('told_alone').where('at', '<', before).execute()
  await tx
    .insertInto('told_alone')
    .values({ id: told.id, user_id: told.userId, at: told.at, words: told.words })
    .execute()
}

/** What somebody was told since `since`, the newest first. */
export async function toldSince(reader: Reader, userId: string, since: Date, most: number): Promise<ToldAlone[]> {
  return reader
    .selectFrom('told_alone')
    .select(['at', 'words'])
    .where('user_id', '=', userId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
