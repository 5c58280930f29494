import type { Reader, Tx } from '../../kit/db/index.ts'
import { markBack } from '../access/index.ts'
import { type AssembledPerson, broughtReason, cameReason, type Gap, type Skip } from './assembly.ts'

/** Calls people. Who was gone is back by it. */
export async function addPeople(
  tx: Tx,
  incidentId: string,
  people: readonly AssembledPerson[],
  since: Date,
): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('assembled_people')
    .values(
      people.map((person) => ({
        incident_id: incidentId,
        user_id: person.userId,
        reason: person.reason,
        since,
        skipped: person.skipped,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await markBack(
    tx,
    incidentId,
    people.filter(({ skipped }) => !skipped).map(({ userId }) => userId),
  )
}

/** The names that could not be resolved the last time, in place of those before. */
export async function replaceGaps(tx: Tx, incidentId: string, gaps: readonly Gap[]): Promise<void> {
  await tx.deleteFrom('assembly_gaps').where('incident_id', '=', incidentId).execute()
  if (gaps.length === 0) return
  const rows = [...new Map(gaps.map((gap) => [gap.name, { incident_id: incidentId, ...gap }])).values()]
  await tx.insertInto('assembly_gaps').values(rows).execute()
}

/** The incidents some of whose names could not be resolved the last time. */
export async function incidentsWithGaps(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('assembly_gaps').select('incident_id').distinct().execute()
  return rows.map((row) => row.incident_id)
}

/** Somebody whom nobody knew when they were called is known now. */
export async function callAfterAll(tx: Tx, incidentId: string, userId: string, skipped: Skip | null): Promise<void> {
  await tx
    .updateTable('assembled_people')
    .set({ skipped })
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .where('skipped', '=', 'unknown')
    .execute()
}

/** Forgets that somebody came uncalled. */
export async function removeCame(tx: Tx, incidentId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom('assembled_people')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .where('reason', 'in', [cameReason, broughtReason])
    .execute()
}

/** Forgets all that brought these people in: what names them again calls them anew. */
export async function dropPeople(tx: Tx, incidentId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  await tx
    .deleteFrom('assembled_people')
    .where('incident_id', '=', incidentId)
    .where('user_id', 'in', userIds)
    .execute()
}

/** In the order in which they were called. */
export const assembledPeople = (reader: Reader, incidentId: string): Promise<AssembledPerson[]> =>
  peopleWhere(reader, incidentId, undefined)

/** The same of one person: each call and rule that named them. Where hundreds come in, nobody reads all for each. */
export const assembledPerson = (reader: Reader, incidentId: string, userId: string): Promise<AssembledPerson[]> =>
  peopleWhere(reader, incidentId, userId)

async function peopleWhere(reader: Reader, incidentId: string, userId: string | undefined): Promise<AssembledPerson[]> {
  const all = reader
    .selectFrom('assembled_people')
    .select(['user_id', 'reason', 'skipped', 'released_at'])
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('user_id')
  const rows = await (userId === undefined ? all : all.where('user_id', '=', userId)).execute()
  return rows.map((row) => ({
    userId: row.user_id,
    reason: row.reason,
    skipped: row.skipped as Skip | null,
    ...(row.released_at ? { releasedAt: row.released_at } : {}),
  }))
}

/** When somebody joined by themselves, the first time first. */
export async function joinsOf(reader: Reader, incidentId: string, userId: string): Promise<Date[]> {
  const rows = await reader
    .selectFrom('assembled_people')
    .select('since')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .where('reason', 'like', 'joined:%')
    .orderBy('since')
    .execute()
  return rows.map((row) => row.since)
}

/** What brought one person, each call and rule by its reason. Whoever could not be invited was not brought. */
export async function reasonsOf(reader: Reader, incidentId: string, userId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('assembled_people')
    .select('reason')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .execute()
  return rows.map(({ reason }) => reason)
}

/** People know that they may leave. */
export async function markReleased(tx: Tx, incidentId: string, userIds: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('assembled_people')
    .set({ released_at: at })
    .where('incident_id', '=', incidentId)
    .where('user_id', 'in', userIds)
    .where('released_at', 'is', null)
    .execute()
}

/** The names that could not be resolved the last time, and why. */
export async function assemblyGaps(reader: Reader, incidentId: string): Promise<Gap[]> {
  const rows = await reader
    .selectFrom('assembly_gaps')
    .select(['name', 'why'])
    .where('incident_id', '=', incidentId)
    .orderBy('name')
    .execute()
  // Written by `replaceGaps` only.
  return rows.map(({ name, why }) => ({ name, why: why as Gap['why'] }))
}
