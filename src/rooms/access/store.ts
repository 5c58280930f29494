import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Scope } from './bounds.ts'
import type { Looker } from './viewer.ts'

/** Which rows of who takes part are read: those of an incident, of a person, or of both. */
type Of = (incidentId: RawBuilder<unknown>, userId: RawBuilder<unknown>) => RawBuilder<boolean>

/**
 * Who takes part in an incident, and by what: who declared it, who was called or came in, and who holds a role in it. This is the one
 * place where the right to know of a private incident is said. Whoever was skipped was not called; whoever is gone has nothing left of
 * a call, and who went while it was private has nothing left at all.
 */
const takingPart = (of: Of): RawBuilder<unknown> => sql`(
  select part.incident_id, part.user_id, part.why, part.since from (
    select declared.id as incident_id, declared_by as user_id, 'declarer' as why, declared_at as since, false as is_call
    from incidents as declared where ${of(sql`declared.id`, sql`declared.declared_by`)}
    union all
    select role.incident_id, role.user_id, 'role:' || role.role, role.since, false
    from role_holders as role where role.until is null and ${of(sql`role.incident_id`, sql`role.user_id`)}
    union all
    select called.incident_id, called.user_id, called.reason, called.since, true
    from assembled_people as called where called.skipped is null and ${of(sql`called.incident_id`, sql`called.user_id`)}
  ) as part
  where not exists (
    select from gone_people as gone
    where gone.incident_id = part.incident_id and gone.user_id = part.user_id and (gone.is_barred or part.is_call)
  )
)`

/**
 * Whether `looker` may know of a row of `incidents`, as a predicate for every query that reads incidents or what hangs on them. A
 * public one is everybody's, but for the confined; a private one belongs to who takes part in it. Where nobody says who looks, only
 * what everybody may know is there.
 */
export function readableBy(looker: Looker): RawBuilder<boolean> {
  const known = knownTo(looker)
  return looker?.within
    ? sql<boolean>`(${known} and ${inScope(looker.within, sql`incidents.service`, sql`incidents.id`)})`
    : known
}

function knownTo(looker: Looker): RawBuilder<boolean> {
  if (looker?.userId === undefined) return sql<boolean>`incidents.visibility = 'public'`
  const { userId, isConfined } = looker
  return sql<boolean>`(
  (incidents.visibility = 'public' and not ${isConfined}::boolean)
  or ${takenPartBy(userId)}
)`
}

/** Whether a person takes part in a row of `incidents`: declared it, has a role, or was called into it. */
export const takenPartBy = (userId: string): RawBuilder<boolean> => takesPartIn(sql`incidents.id`, userId)

/** The same of whatever names an incident. Looked up row by row: for queries that look at a few rows, or stop soon. */
export const takesPartIn = (incidentId: RawBuilder<unknown>, userId: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${takingPart((id, user) => sql`${id} = ${incidentId} and ${user} = ${userId}`)} as knower)`

/**
 * The same of a row of `incidents`, found from the person: for who takes part in few, however many incidents there are. As an array, because
 * of `in (…)` PostgreSQL may read all incidents in their order.
 */
export const amongThoseOf = (userId: string): RawBuilder<boolean> =>
  sql<boolean>`incidents.id = any(array(
    select known.incident_id from ${takingPart((_, user) => sql`${user} = ${userId}`)} as known))`

/** Whoever takes part in more incidents than this is met soon in any list. */
const many = 2_000

/**
 * Whether a person takes part in too many incidents for a list to be read by person: then it is read from its beginning. Counts
 * roughly, and no further than it must.
 */
export async function takesPartInMany(reader: Reader, userId: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      (select from assembled_people where user_id = ${userId} and skipped is null limit ${many})
      union all (select from incidents as declared where declared_by = ${userId} limit ${many})
    ) as part`.execute(reader)
  return (rows[0]?.count ?? 0) >= many
}

/** What a token is for, asked of whatever names a service and an incident. One that names incidents and services is for both. */
export function inScope(
  { services, incidents }: Scope,
  service: RawBuilder<unknown>,
  incidentId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  if (!services && !incidents) return sql<boolean>`true`
  return sql<boolean>`(
    ${service} = any(${[...(services ?? [])]}::text[]) or ${incidentId} = any(${[...(incidents ?? [])]}::text[]))`
}

/** The right to know, looked up. Nobody may know of what does not exist, so that both are answered alike. */
export async function mayRead(reader: Reader, incidentId: string, looker: Looker): Promise<boolean> {
  const row = await reader
    .selectFrom('incidents')
    .select('id')
    .where('id', '=', incidentId)
    .where(readableBy(looker))
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody who takes part, and by what: `declarer`, `role:<key>`, or the reason of a call (`level:level4`, `called:2`, `came`). */
export type Knower = { userId: string; whys: readonly string[] }

/** Who takes part in an incident, in the order in which they came to: of a private one nobody else may know. */
export async function knowersOf(reader: Reader, incidentId: string): Promise<Knower[]> {
  const { rows } = await sql<{ user_id: string; why: string }>`
    select user_id, why from ${takingPart((id) => sql`${id} = ${incidentId}`)} as knower order by since, user_id, why`.execute(
    reader,
  )
  const whys = new Map<string, string[]>()
  for (const { user_id, why } of rows) whys.set(user_id, [...(whys.get(user_id) ?? []), why])
  return [...whys].map(([userId, own]) => ({ userId, whys: own }))
}

/** Somebody who is out of an incident. `takenBy`: who took the right from them by hand. `isBarred`: it was private then. */
export type Gone = { userId: string; takenBy: string | null; isBarred: boolean }

/** Somebody is out: left, taken out in Slack, or by hand. What bars them, and who did it by hand, outlasts a later going. */
export async function markGone(
  tx: Tx,
  incidentId: string,
  { userId, takenBy, isBarred }: Gone,
  since: Date,
): Promise<void> {
  await tx
    .insertInto('gone_people')
    .values({ incident_id: incidentId, user_id: userId, since, taken_by: takenBy, is_barred: isBarred })
    .onConflict((conflict) =>
      conflict.columns(['incident_id', 'user_id']).doUpdateSet((row) => ({
        since,
        taken_by: row.fn.coalesce('excluded.taken_by', 'gone_people.taken_by'),
        is_barred: sql<boolean>`gone_people.is_barred or excluded.is_barred`,
      })),
    )
    .execute()
}

/** Somebody is back, because people brought them or called them: what had brought them in before holds again. */
export async function markBack(tx: Tx, incidentId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  await tx.deleteFrom('gone_people').where('incident_id', '=', incidentId).where('user_id', 'in', userIds).execute()
}

/** Everybody who is out of an incident. */
export async function gonePeople(reader: Reader, incidentId: string): Promise<Gone[]> {
  const rows = await reader
    .selectFrom('gone_people')
    .select(['user_id', 'taken_by', 'is_barred'])
    .where('incident_id', '=', incidentId)
    .execute()
  return rows.map((row) => ({ userId: row.user_id, takenBy: row.taken_by, isBarred: row.is_barred }))
}
