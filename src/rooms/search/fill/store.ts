import type { Reader, Tx } from '../../../kit/db/index.ts'

/** Notes that what was there before is to be read; false where it has been. */
export async function wantFill(tx: Tx): Promise<boolean> {
  await tx
    .insertInto('search_fills')
    .defaultValues()
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx.selectFrom('search_fills').select('finished_at').executeTakeFirstOrThrow()
  return row.finished_at === null
}

/** How far the reading is. Held: two processes take turns. */
export const heldFill = (tx: Tx) =>
  tx
    .selectFrom('search_fills')
    .select(['upto', 'incidents', 'finished_at as finishedAt'])
    .forUpdate()
    .executeTakeFirst()

/** The incident that comes next, by id. */
export async function incidentBehind(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('incidents')
    .select('id')
    .where('id', '>', id)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function noteFilled(tx: Tx, upto: string, incidents: number): Promise<void> {
  await tx.updateTable('search_fills').set({ upto, incidents }).execute()
}

export async function finishFill(tx: Tx, now: Date): Promise<void> {
  await tx.updateTable('search_fills').set({ finished_at: now }).execute()
}

/** How far the reading of what was there before has come: `of` so many incidents. */
export type FillProgress = { incidents: number; of: number }

/** Undefined where all has been read, and where nothing has begun. */
export async function fillProgress(reader: Reader): Promise<FillProgress | undefined> {
  const row = await reader
    .selectFrom('search_fills')
    .select((values) => [
      'incidents',
      values
        .selectFrom('incidents')
        .select(({ fn }) => fn.countAll<number>().as('of'))
        .as('of'),
    ])
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return row && { incidents: Number(row.incidents), of: Number(row.of ?? 0) }
}
