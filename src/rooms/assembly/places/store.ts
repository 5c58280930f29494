import { sql } from 'kysely'
import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type AssembledChannel, type Place, placeName, type Silence } from './place.ts'

/** Where replicas tell each other of linked threads: a place's name. */
export const threadsLinked = 'assembly_threads_linked'

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
