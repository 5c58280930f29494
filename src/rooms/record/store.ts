import type { Reader, Tx } from '../../kit/db/index.ts'
import type { MarkKind } from '../settings/index.ts'
import { type Place, type RecordedMessage, saidAt, type Via } from './record.ts'

/** Why a message is in the record. */
export type Source = Place & { incidentId: string; kind: MarkKind; via: Via; by: string }

/** Where a message's words come from Slack. */
export type Reading = {
  threadTs: string | null
  author: string | null
  words: string
  permalink: string | null
  editedTs: string | null
}

/** Makes a place in the record for a message; false when it was deleted in Slack. */
export async function placeMessage(tx: Tx, incidentId: string, { channelId, ts }: Place): Promise<boolean> {
  await tx
    .insertInto('record_messages')
    .values({ incident_id: incidentId, channel_id: channelId, ts, said_at: saidAt(ts) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('record_messages')
    .select('deleted_at')
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .forUpdate()
    .executeTakeFirst()
  return row?.deleted_at === null
}

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

/** Forgets what a message said while nothing keeps it in the record; it is read again if it comes back. */
export async function forgetUnkept(tx: Tx, incidentId: string, { channelId, ts }: Place): Promise<void> {
  await tx
    .updateTable('record_messages')
    .set({ words: null, read_at: null, edited_ts: null })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .execute()
}

/** What is known of a message of the record. */
export async function messageAt(reader: Reader, incidentId: string, { channelId, ts }: Place) {
  return reader
    .selectFrom('record_messages')
    .select(['words', 'author', 'read_at as readAt', 'deleted_at as deletedAt'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .executeTakeFirst()
}

/** Whether a message stands in anybody's record. */
export async function isRecorded(reader: Reader, { channelId, ts }: Place): Promise<boolean> {
  const row = await reader
    .selectFrom('record_messages')
    .select('incident_id')
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down what a message says, unless it was deleted or a later edit is known; false then. */
export async function writeReading(
  tx: Tx,
  incidentId: string,
  { channelId, ts }: Place,
  reading: Reading,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('record_messages')
    .set({
      thread_ts: reading.threadTs,
      author: reading.author,
      words: storable(reading.words),
      permalink: reading.permalink,
      read_at: now,
      edited_ts: reading.editedTs,
    })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .where((is) => is.or([is('edited_ts', 'is', null), is('edited_ts', '<=', reading.editedTs ?? '')]))
    .returning('ts')
    .executeTakeFirst()
  return row !== undefined
}

/** Follows an edit in every record that has read the message; answers the incidents whose record says something else now. */
export async function writeEdit(tx: Tx, { channelId, ts }: Place, words: string, editedTs: string): Promise<string[]> {
  const rows = await tx
    .updateTable('record_messages')
    .set({ words: storable(words), edited_ts: editedTs })
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .where('read_at', 'is not', null)
    .where('words', 'is distinct from', storable(words))
    .where((is) => is.or([is('edited_ts', 'is', null), is('edited_ts', '<', editedTs)]))
    .returning('incident_id')
    .execute()
  return rows.map((row) => row.incident_id)
}

/** A message was deleted in Slack: what it said goes, and its marks end. Answers the incidents that had it. */
export async function eraseMessage(tx: Tx, { channelId, ts }: Place, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('record_messages')
    .set({ words: null, permalink: null, deleted_at: now })
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .returning('incident_id')
    .execute()
  await tx
    .updateTable('record_sources')
    .set({ until: now })
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** The messages that stand in the record of an incident, in the order in which they were said. */
export async function messagesOf(reader: Reader, incidentId: string): Promise<RecordedMessage[]> {
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
      'message.said_at as saidAt',
      'source.kind',
    ])
    .where('message.incident_id', '=', incidentId)
    .where('message.deleted_at', 'is', null)
    .where('source.until', 'is', null)
    .orderBy('message.said_at')
    .orderBy('message.ts')
    .orderBy('source.since')
    .execute()
  const messages = new Map<string, RecordedMessage & { kinds: MarkKind[] }>()
  for (const { kind, ...row } of rows) {
    const key = `${row.channelId}:${row.ts}`
    const message = messages.get(key) ?? { ...row, kinds: [] }
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

/** How the reading of what an incident came from stands; undefined before the first try. */
export async function adoptionOf(reader: Reader, incidentId: string) {
  return reader
    .selectFrom('record_adoptions')
    .select(['adopted_at as adoptedAt', 'error', 'attempts'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
}

/** Notes a try: `error` is null when it went well. Answers how many there were. */
export async function noteAdoption(tx: Tx, incidentId: string, error: string | null, now: Date): Promise<number> {
  const adopted = error === null ? now : null
  const row = await tx
    .insertInto('record_adoptions')
    .values({ incident_id: incidentId, adopted_at: adopted, error, attempts: 1 })
    .onConflict((conflict) =>
      conflict.column('incident_id').doUpdateSet((values) => ({
        adopted_at: adopted,
        error,
        attempts: values('record_adoptions.attempts', '+', 1),
      })),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return row.attempts
}

/** Text columns take no U+0000, which people paste into Slack. */
const storable = (words: string): string => words.replaceAll('\u0000', '')
