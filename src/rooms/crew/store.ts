import type { Tx } from '../../kit/db/index.ts'

/** Notes that somebody is caught up now; false when they were since `before`, and need not be again. */
export async function noteCatchUp(
  tx: Tx,
  who: { incidentId: string; userId: string },
  at: Date,
  before: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('catch_ups')
    .values({ incident_id: who.incidentId, user_id: who.userId, at })
    .onConflict((conflict) =>
      conflict.columns(['incident_id', 'user_id']).doUpdateSet({ at }).where('catch_ups.at', '<', before),
    )
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
