import { type InsertQueryBuilder, type RawBuilder, sql } from 'kysely'
import type { Reader, Schema, Tx, Writer } from '../../../kit/db/index.ts'
import { incidentHere } from '../../channel/index.ts'
import { isOurMessage } from '../../projection/index.ts'
import { type Place, type Reading, saidAt } from '../record.ts'
import { filesFrom, readingColumns } from '../store.ts'

/** A message of a conversation, as Slack told of it. */
export type Item = { ts: string; reading: Reading }

/** Which messages were new, and which say something else than before, by their keys. */
export type Written = { found: string[]; edited: string[] }

/**
 * Writes messages of one channel into the record of an incident: new ones as part of its `conversation` or not at all, known
 * ones as they read now. What was deleted stays deleted, and an older reading never overwrites a later edit.
 */
export async function keepMessages(
  tx: Tx,
  incidentId: string,
  { channelId, conversation }: { channelId: string; conversation: boolean },
  items: readonly Item[],
  now: Date,
): Promise<Written> {
  if (items.length === 0) return { found: [], edited: [] }
  const before = await knownMessages(
    tx,
    incidentId,
    channelId,
    items.map(({ ts }) => ts),
  )
  const wanted = conversation ? items : items.filter(({ ts }) => before.has(ts))
  if (wanted.length === 0) return { found: [], edited: [] }
  const rows = await writing(tx, incidentId, { channelId, conversation }, wanted, now)
    .returning(['ts', 'words'])
    .execute()
  const wasRead = (ts: string) => before.get(ts)?.words !== null && before.has(ts)
  return {
    found: rows.filter(({ ts }) => !wasRead(ts)).map(({ ts }) => ts),
    edited: rows.filter(({ ts, words }) => wasRead(ts) && before.get(ts)?.words !== words).map(({ ts }) => ts),
  }
}

/** One statement, for messages of which it need not be known whether they are new. */
export async function keepSpoken(
  writer: Writer,
  incidentId: string,
  { channelId, ts }: Place,
  reading: Reading,
  now: Date,
): Promise<void> {
  await writing(writer, incidentId, { channelId, conversation: true }, [{ ts, reading }], now).execute()
}

/** What is written in the same statement as a message, for each row of `kept`: a table with its `incident_id`. */
export type Along = (kept: RawBuilder<unknown>) => RawBuilder<unknown>

const columns = [
  'incident_id',
  'channel_id',
  'ts',
  'said_at',
  'thread_ts',
  'author',
  'words',
  'permalink',
  'files',
  'read_at',
  'edited_ts',
  'conversation',
] as const

/**
 * The same for a message of an incident's own channel, whichever that is, with what goes `along`. False where it is not kept: the
 * channel is none's, the message is the bot's own, was deleted, or a later edit of it is known.
 */
export async function keepHere(
  writer: Writer,
  { channelId, ts }: Place,
  reading: Reading,
  now: Date,
  along: Along | undefined,
): Promise<boolean> {
  const row = { channel_id: channelId, ts, said_at: saidAt(ts), ...readingColumns(reading, now), conversation: true }
  const kept = orAsItReads(
    writer
      .insertInto('record_messages')
      .columns([...columns])
      .expression(
        sql`select here.incident_id, ${row.channel_id}, ${row.ts}, ${row.said_at}::timestamptz, ${row.thread_ts}, ${row.author},
          ${row.words}, ${row.permalink}, ${row.files}::jsonb, ${now}::timestamptz, ${row.edited_ts}, ${row.conversation}::boolean
          from ${incidentHere(channelId)} as here where not ${isOurMessage(channelId, ts)}`,
      ),
    now,
    true,
  ).returning('incident_id')
  const beside = along ? sql`, beside as (${along(sql`kept`)})` : sql``
  const { rows } = await sql`with kept as (${kept})${beside} select from kept`.execute(writer)
  return rows.length > 0
}

const writing = (
  writer: Writer,
  incidentId: string,
  { channelId, conversation }: { channelId: string; conversation: boolean },
  items: readonly Item[],
  now: Date,
) =>
  orAsItReads(
    writer.insertInto('record_messages').values(
      items.map(({ ts, reading }) => ({
        incident_id: incidentId,
        channel_id: channelId,
        ts,
        said_at: saidAt(ts),
        ...readingColumns(reading, now),
        conversation,
      })),
    ),
    now,
    conversation,
  )

/** A message that is known reads as it does now, unless it was deleted or a later edit is known. */
const orAsItReads = <T>(
  insert: InsertQueryBuilder<Schema, 'record_messages', T>,
  now: Date,
  conversation: boolean,
): InsertQueryBuilder<Schema, 'record_messages', T> =>
  insert.onConflict((conflict) =>
    conflict
      .columns(['incident_id', 'channel_id', 'ts'])
      .doUpdateSet((row) => ({
        thread_ts: row.ref('excluded.thread_ts'),
        author: row.ref('excluded.author'),
        words: row.ref('excluded.words'),
        files: row.ref('excluded.files'),
        permalink: row.fn.coalesce('record_messages.permalink', 'excluded.permalink'),
        read_at: now,
        edited_ts: row.ref('excluded.edited_ts'),
        ...(conversation ? { conversation } : {}),
      }))
      .where('record_messages.deleted_at', 'is', null)
      .where((is) =>
        is.or([
          is('record_messages.edited_ts', 'is', null),
          is('record_messages.edited_ts', '<=', is.fn.coalesce('excluded.edited_ts', is.val(''))),
        ]),
      ),
  )

/** What is kept of some messages that were not deleted. */
async function knownMessages(reader: Reader, incidentId: string, channelId: string, keys: readonly string[]) {
  const rows = await reader
    .selectFrom('record_messages')
    .select(['ts', 'words'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.ts, row]))
}

/** The incidents in whose record a message stands. */
export async function recordsOf(reader: Reader, { channelId, ts }: Place): Promise<string[]> {
  const rows = await reader
    .selectFrom('record_messages')
    .select('incident_id')
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .execute()
  return rows.map((row) => row.incident_id)
}

/** What a message says in each record that keeps it, by the incident. One that was marked and not read yet says nothing. */
export async function standingAt(reader: Reader, { channelId, ts }: Place) {
  const rows = await reader
    .selectFrom('record_messages')
    .select(['incident_id', 'thread_ts as threadTs', 'author', 'words', 'files', 'edited_ts as editedTs'])
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ incident_id: incidentId, words, files, ...said }) => [
      incidentId,
      words === null ? undefined : { ...said, words, files: filesFrom(files) },
    ]),
  )
}

/** A message of the record, as it was said. `permalink` is known of few. */
export type Spoken = Place & {
  threadTs: string | null
  author: string | null
  words: string
  permalink: string | null
}

/** Everything that was said in an incident and stands there still, oldest first: its conversation, and what else belongs to its record. */
export async function spokenIn(reader: Reader, incidentId: string): Promise<Spoken[]> {
  const rows = await reader
    .selectFrom('record_messages')
    .select(['channel_id as channelId', 'ts', 'thread_ts as threadTs', 'author', 'words', 'permalink'])
    .where('incident_id', '=', incidentId)
    .where('deleted_at', 'is', null)
    .where('words', 'is not', null)
    .execute()
  // Thousands of rows: they are not sorted in the database.
  return rows.map(({ words, ...row }) => ({ ...row, words: words ?? '' })).sort((a, b) => (a.ts < b.ts ? -1 : 1))
}

/** A message that was erased, with what it said until now. */
export type Erased = { incidentId: string; ts: string; words: string | null }

/** Messages were deleted in Slack: what they said goes, and their marks end. Answers those that stood in a record. */
export async function eraseMessages(tx: Tx, channelId: string, keys: readonly string[], now: Date): Promise<Erased[]> {
  if (keys.length === 0) return []
  const known = await tx
    .selectFrom('record_messages')
    .select(['incident_id', 'ts', 'words'])
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .execute()
  await tx
    .updateTable('record_messages')
    .set({ words: null, permalink: null, files: null, deleted_at: now })
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('deleted_at', 'is', null)
    .execute()
  await tx
    .updateTable('record_sources')
    .set({ until: now })
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('until', 'is', null)
    .execute()
  return known.map(({ incident_id: incidentId, ts, words }) => ({ incidentId, ts, words }))
}

/** Notes that a message is gone which was never kept: told of late, it is not kept after all. */
export async function buryMessage(tx: Tx, incidentId: string, { channelId, ts }: Place, now: Date): Promise<void> {
  await tx
    .insertInto('record_messages')
    .values({ incident_id: incidentId, channel_id: channelId, ts, said_at: saidAt(ts), deleted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
