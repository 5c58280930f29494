import type { Reader, Tx } from '../../kit/db/index.ts'

type Who = { incidentId: string; userId: string }

/** Notes that somebody has come late; false when they had before, and are not told again. */
export async function noteCatchUp(tx: Tx, who: Who, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('catch_ups')
    .values({ incident_id: who.incidentId, user_id: who.userId, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

/** When somebody came late; undefined where they did not. */
export async function cameAt(reader: Reader, { incidentId, userId }: Who): Promise<Date | undefined> {
  const row = await reader
    .selectFrom('catch_ups')
    .select('at')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.at
}

/** How many came late between two moments. */
export async function countCame(reader: Reader, incidentId: string, from: Date, to: Date): Promise<number> {
  const row = await reader
    .selectFrom('catch_ups')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('incident_id', '=', incidentId)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
