import type { Reader, Tx } from '../../kit/db/index.ts'
import type { RoleKey } from '../settings/index.ts'
import type { HandOver } from './hand-over.ts'
import type { RoleHolder } from './role.ts'

const fromRow = (row: { role: string; user_id: string; since: Date }): RoleHolder => ({
  role: row.role as RoleKey,
  userId: row.user_id,
  since: row.since,
})

/** Gives a role to somebody; false when they hold it already, or when it is the handler's and another was faster. */
export async function fillRole(
  tx: Tx,
  incidentId: string,
  holder: { role: RoleKey; userId: string },
  since: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('role_holders')
    .values({ incident_id: incidentId, role: holder.role, user_id: holder.userId, since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends somebody's role; false when they do not hold it. */
export async function endRole(
  tx: Tx,
  incidentId: string,
  holder: { role: RoleKey; userId: string },
  until: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('role_holders')
    .set({ until })
    .where('incident_id', '=', incidentId)
    .where('role', '=', holder.role)
    .where('user_id', '=', holder.userId)
    .where('until', 'is', null)
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
    .orderBy('user_id')
    .execute()
  return rows.map(fromRow)
}

/** Those of several incidents, by incident. */
export async function roleHoldersOf(
  reader: Reader,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RoleHolder[]>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('role_holders')
    .select(['incident_id', 'role', 'user_id', 'since'])
    .where('incident_id', 'in', incidentIds)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('user_id')
    .execute()
  const byIncident = Map.groupBy(rows, (row) => row.incident_id)
  return new Map([...byIncident].map(([id, held]) => [id, held.map(fromRow)]))
}

/** The incidents in which somebody holds a role now. */
export async function incidentsOfHolder(reader: Reader, userId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('role_holders')
    .select('incident_id')
    .distinct()
    .where('user_id', '=', userId)
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** Everybody who holds a role anywhere. */
export async function everyHolder(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('role_holders').select('user_id').distinct().where('until', 'is', null).execute()
  return rows.map((row) => row.user_id)
}

export async function addHandOver(tx: Tx, incidentId: string, offer: HandOver, at: Date): Promise<void> {
  await tx
    .insertInto('hand_overs')
    .values({
      id: offer.id,
      incident_id: incidentId,
      from_user: offer.from,
      to_user: offer.to,
      proposed_by: offer.proposedBy,
      briefing: offer.briefing,
      proposed_at: at,
      state: 'open',
    })
    .execute()
}

/** The hand-over that waits for an answer; there is one at most. */
export async function openHandOver(reader: Reader, incidentId: string): Promise<HandOver | undefined> {
  const row = await reader
    .selectFrom('hand_overs')
    .select(['id', 'from_user', 'to_user', 'proposed_by', 'briefing'])
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return (
    row && { id: row.id, from: row.from_user, to: row.to_user, proposedBy: row.proposed_by, briefing: row.briefing }
  )
}

export async function settleHandOver(
  tx: Tx,
  id: string,
  state: 'accepted' | 'declined' | 'withdrawn' | 'replaced',
  at: Date,
): Promise<void> {
  await tx.updateTable('hand_overs').set({ state, settled_at: at }).where('id', '=', id).execute()
}
