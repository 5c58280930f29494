import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { markBack } from '../access/index.ts'
import {
  type AssembledChannel,
  type AssembledPerson,
  broughtReason,
  cameReason,
  type Gap,
  type Silence,
  type Skip,
} from './assembly.ts'
import { type Place, placeName } from './place.ts'

/** Where replicas tell each other of linked threads: a place's name. */
export const threadsLinked = 'assembly_threads_linked'

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

export async function addChannels(tx: Tx, incidentId: string, channels: readonly AssembledChannel[]): Promise<void> {
  if (channels.length === 0) return
  await tx
    .insertInto('assembled_channels')
    .values(
      channels.map((channel) => ({
        incident_id: incidentId,
        channel_id: channel.channelId,
        mention: channel.mention,
        style: channel.style,
        since: channel.since,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
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

/** Every place that hears of an incident or did, in the order in which they came to. */
export async function assembledChannels(reader: Reader, incidentId: string): Promise<AssembledChannel[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select(['channel_id', 'mention', 'style', 'since', 'thread_ts', 'linked_by', 'silent_since', 'silent_why'])
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('channel_id')
    .orderBy('thread_ts')
    .execute()
  return rows.map((row) => ({
    channelId: row.channel_id,
    mention: row.mention as AssembledChannel['mention'],
    style: row.style as AssembledChannel['style'],
    since: row.since,
    ...(row.thread_ts ? { threadTs: row.thread_ts } : {}),
    ...(row.linked_by ? { linkedBy: row.linked_by } : {}),
    ...(row.silent_since ? { silentSince: row.silent_since } : {}),
    ...(row.silent_why ? { silentWhy: row.silent_why as Silence } : {}),
  }))
}

/** The places of one incident in one channel. */
export async function placesOf(
  reader: Reader,
  incidentId: string,
  channelId: string,
): Promise<(Place & { silentSince: Date | null })[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select(['thread_ts', 'silent_since'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .execute()
  return rows.map((row) => ({ channelId, threadTs: row.thread_ts || null, silentSince: row.silent_since }))
}

/** Whoever tells something in a channel. */
export async function incidentsHearing(reader: Reader, channelId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select('incident_id')
    .distinct()
    .where('channel_id', '=', channelId)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** A person brings the incident to a place; one that had fallen silent hears from now on again. */
export async function addLink(tx: Tx, incidentId: string, link: Place & { by: string; since: Date }): Promise<void> {
  await tx
    .insertInto('assembled_channels')
    .values({
      incident_id: incidentId,
      channel_id: link.channelId,
      thread_ts: link.threadTs ?? '',
      mention: 'none',
      since: link.since,
      linked_by: link.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['incident_id', 'channel_id', 'thread_ts']).doUpdateSet({
        since: link.since,
        linked_by: link.by,
        silent_since: null,
        silent_why: null,
      }),
    )
    .execute()
  if (link.threadTs) await sql`select pg_notify(${threadsLinked}, ${placeName(link)})`.execute(tx)
}

/** Tells every process of the threads that are linked in a channel: it is called by another id. */
export async function tellLinkedIn(tx: Tx, channelId: string): Promise<void> {
  await sql`
    select pg_notify(${threadsLinked}, name) from (
      select distinct channel_id || ':' || thread_ts as name from assembled_channels
      where channel_id = ${channelId} and thread_ts <> ''
    ) as linked`.execute(tx)
}

/** The threads that hear of an incident now, by the names of their places. */
export async function linkedThreads(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select(['channel_id as channelId', 'thread_ts as threadTs'])
    .where('thread_ts', '!=', '')
    .where('silent_since', 'is', null)
    .execute()
  return rows.map(placeName)
}

/** The incidents that a thread hears of now. */
export async function incidentsInThread(reader: Reader, channelId: string, threadTs: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select('incident_id')
    .where('channel_id', '=', channelId)
    .where('thread_ts', '=', threadTs)
    .where('silent_since', 'is', null)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** Nothing more is told in one place. */
export async function silence(tx: Tx, incidentId: string, place: Place, why: Silence, at: Date): Promise<void> {
  await tx
    .updateTable('assembled_channels')
    .set({ silent_since: at, silent_why: why })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', place.channelId)
    .where('thread_ts', '=', place.threadTs ?? '')
    .execute()
}

/** What was silent for one reason hears from now on again; false when there was none. */
export async function openAgain(
  tx: Tx,
  incidentId: string,
  { channelId, why }: { channelId: string; why: Silence },
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .updateTable('assembled_channels')
    .set({ since: at, silent_since: null, silent_why: null })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('silent_why', '=', why)
    .returning('channel_id')
    .execute()
  return rows.length > 0
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
