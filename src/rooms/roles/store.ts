import type { Reader, Tx } from '../../kit/db/index.ts'
import type { RoleKey } from '../settings/index.ts'

/** Who holds a role now. */
export type RoleHolder = { role: RoleKey; userId: string; since: Date }

/** Gives the handler's role to somebody while it is vacant; false when another was faster. */
export async function fillHandler(tx: Tx, incidentId: string, userId: string, since: Date): Promise<boolean> {
  const row = await tx
    .insertInto('role_holders')
    .values({ incident_id: incidentId, role: 'handler', user_id: userId, since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function roleHolders(reader: Reader, incidentId: string): Promise<RoleHolder[]> {
  const rows = await reader
    .selectFrom('role_holders')
    .select(['role', 'user_id', 'since'])
    .where('incident_id', '=', incidentId)
    .where('until', 'is', null)
    .orderBy('since')
    .execute()
  return rows.map((row) => ({ role: row.role as RoleKey, userId: row.user_id, since: row.since }))
}
