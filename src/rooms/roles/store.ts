import type { Selectable } from 'kysely'
import type { Reader, Schema, Tx } from '../../kit/db/index.ts'
import type { RoleKey } from '../settings/index.ts'
import type { Dropped, HandOver, OpenHandOver } from './hand-over.ts'
import type { RoleHolder, RoleTerm } from './role.ts'

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

/** Who has held which role from when to when, in the order in which they took it. */
export async function roleTerms(reader: Reader, incidentId: string): Promise<RoleTerm[]> {
  const rows = await reader
    .selectFrom('role_holders')
    .select(['role', 'user_id', 'since', 'until'])
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('user_id')
    .execute()
  return rows.map((row) => ({ ...fromRow(row), until: row.until }))
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
      role: offer.role,
      from_user: offer.from,
      to_user: offer.to,
      proposed_by: offer.proposedBy,
      briefing: offer.briefing,
      proposed_at: at,
      state: 'open',
    })
    .execute()
}

const offerColumns = [
  'id',
  'role',
  'from_user',
  'to_user',
  'proposed_by',
  'briefing',
  'proposed_at',
  'reminded_at',
] as const

/** The offers that wait for an answer, the oldest first; of one role there is one at most. */
export async function openHandOvers(reader: Reader, incidentId: string): Promise<OpenHandOver[]> {
  const rows = await reader
    .selectFrom('hand_overs')
    .select(offerColumns)
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'open')
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  return rows.map(offerFrom)
}

/** What one person is asked to take in these incidents, and has not answered. */
export async function openOffersTo(
  reader: Reader,
  userId: string,
  incidentIds: readonly string[],
): Promise<(OpenHandOver & { incidentId: string })[]> {
  if (incidentIds.length === 0) return []
  const rows = await reader
    .selectFrom('hand_overs')
    .select(['incident_id', ...offerColumns])
    .where('to_user', '=', userId)
    .where('state', '=', 'open')
    .where('incident_id', 'in', incidentIds)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...offerFrom(row), incidentId: row.incident_id }))
}

type OfferRow = Pick<Selectable<Schema['hand_overs']>, (typeof offerColumns)[number]>

const offerFrom = (row: OfferRow): OpenHandOver => ({
  id: row.id,
  // The check of the table holds the keys.
  role: row.role as RoleKey,
  from: row.from_user,
  to: row.to_user,
  proposedBy: row.proposed_by,
  briefing: row.briefing,
  proposedAt: row.proposed_at,
  remindedAt: row.reminded_at,
})

/** The one of a role; undefined where nobody is asked for it. */
export const openHandOver = async (
  reader: Reader,
  incidentId: string,
  role: RoleKey,
): Promise<OpenHandOver | undefined> => (await openHandOvers(reader, incidentId)).find((each) => each.role === role)

/** Notes that the one reminder of an offer went out. */
export async function noteReminded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('hand_overs').set({ reminded_at: at }).where('id', '=', id).execute()
}

export async function settleHandOver(
  tx: Tx,
  id: string,
  state: 'accepted' | Dropped,
  at: Date,
  reason: string | null = null,
): Promise<void> {
  await tx.updateTable('hand_overs').set({ state, settled_at: at, reason }).where('id', '=', id).execute()
}
