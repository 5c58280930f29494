import type { Reader, Tx } from '../../../kit/db/index.ts'
import type { MarkKind } from '../../settings/index.ts'
import type { Place, RecordedMessage, Via } from '../record.ts'
import { filesFrom } from '../store.ts'

/** Why a message is on the timeline. */
export type Source = Place & { incidentId: string; kind: MarkKind; via: Via; by: string }

/** Adds a source, or brings one back; false when it stands already. */
export async function addSource(tx: Tx, source: Source, now: Date): Promise<boolean> {
  const row = await tx
    .insertInto('record_sources')
    .values({
      incident_id: source.incidentId,
      channel_id: source.channelId,
      ts: source.ts,
      kind: source.kind,
      via: source.via,
      by: source.by,
      since: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['incident_id', 'channel_id', 'ts', 'kind', 'via', 'by'])
        .doUpdateSet({ since: now, until: null })
        .where('record_sources.until', 'is not', null),
    )
    .returning('ts')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a source; false when it does not stand. A pin is taken out by anybody, so `by` may be left out. */
export async function endSource(
  tx: Tx,
  { incidentId, channelId, ts, kind, via, by }: Omit<Source, 'by'> & { by?: string },
  now: Date,
): Promise<boolean> {
  let ending = tx
    .updateTable('record_sources')
    .set({ until: now })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('kind', '=', kind)
    .where('via', '=', via)
    .where('until', 'is', null)
  if (by !== undefined) ending = ending.where('by', '=', by)
  return (await ending.returning('ts').executeTakeFirst()) !== undefined
}

/** Who keeps a message in the record now, and as what. */
export async function sourcesOf(
  reader: Reader,
  incidentId: string,
  { channelId, ts }: Place,
): Promise<{ kind: MarkKind; by: string }[]> {
  const rows = await reader
    .selectFrom('record_sources')
    .select(['kind', 'by'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('until', 'is', null)
    .orderBy('since')
    .execute()
  // The check of the table holds the kinds.
  return rows.map(({ kind, by }) => ({ kind: kind as MarkKind, by }))
}

/** Forgets what a message from elsewhere said once nothing keeps it in the record; it is read again if it comes back. */
export async function forgetUnkept(tx: Tx, incidentId: string, { channelId, ts }: Place): Promise<void> {
  await tx
    .updateTable('record_messages')
    .set({ words: null, permalink: null, files: null, read_at: null, edited_ts: null })
    .where('conversation', '=', false)
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .execute()
}

/** The messages that stand on the timeline of an incident, in the order in which they were said. */
export async function markedMessages(reader: Reader, incidentId: string): Promise<RecordedMessage[]> {
  const rows = await reader
    .selectFrom('record_messages as message')
    .innerJoin('record_sources as source', (join) =>
      join
        .onRef('source.incident_id', '=', 'message.incident_id')
        .onRef('source.channel_id', '=', 'message.channel_id')
        .onRef('source.ts', '=', 'message.ts'),
    )
    .select([
      'message.channel_id as channelId',
      'message.ts',
      'message.thread_ts as threadTs',
      'message.author',
      'message.words',
      'message.permalink',
      'message.files',
      'message.said_at as saidAt',
      'source.kind',
    ])
    .where('message.incident_id', '=', incidentId)
    .where('message.deleted_at', 'is', null)
    .where('source.until', 'is', null)
    .orderBy('message.said_at')
    .orderBy('message.ts')
    .orderBy('source.since')
    // Two that came in one breath: the timeline's before those of what is to be done.
    .orderBy('source.kind', 'desc')
    .execute()
  const messages = new Map<string, RecordedMessage & { kinds: MarkKind[] }>()
  for (const { kind, ...row } of rows) {
    const key = `${row.channelId}:${row.ts}`
    const message = messages.get(key) ?? { ...row, files: filesFrom(row.files), kinds: [] }
    if (!message.kinds.includes(kind as MarkKind)) message.kinds.push(kind as MarkKind)
    messages.set(key, message)
  }
  return [...messages.values()]
}

/** The messages that people have marked by hand, for the bot to show that it has seen it. */
export async function markedByHand(reader: Reader, incidentId: string): Promise<Place[]> {
  const rows = await reader
    .selectFrom('record_sources')
    .select(['channel_id as channelId', 'ts'])
    .distinct()
    .where('incident_id', '=', incidentId)
    .where('via', 'not in', ['declaration', 'thread'])
    .where('until', 'is', null)
    .orderBy('ts')
    .execute()
  return rows
}

/** What keeps messages of one channel on the timeline now: of some of them, or of all. */
export async function standingSources(
  reader: Reader,
  incidentId: string,
  channelId: string,
  keys?: readonly string[],
): Promise<(Source & { since: Date })[]> {
  if (keys?.length === 0) return []
  let standing = reader
    .selectFrom('record_sources')
    .select(['ts', 'kind', 'via', 'by', 'since'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('until', 'is', null)
  if (keys) standing = standing.where('ts', 'in', keys)
  // The check of the table holds the kinds; the ways were written by this room.
  return (await standing.execute()).map(({ ts, kind, via, by, since }) => {
    return { incidentId, channelId, ts, kind: kind as MarkKind, via: via as Via, by, since }
  })
}
