import { sql } from 'kysely'
import { z } from 'zod'
import { escapeText } from '../../kit/block-kit/index.ts'
import { json, type Reader, type Tx } from '../../kit/db/index.ts'
import { readLeniently } from '../../kit/lenient.ts'
import { type FileLink, type Place, type Reading, saidAt } from './record.ts'

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

/** What is known of a message of the record; `shown` is what it says, or what the files are called that are all it says. */
export async function messageAt(reader: Reader, incidentId: string, { channelId, ts }: Place) {
  const row = await reader
    .selectFrom('record_messages')
    .select([
      'words',
      'author',
      'thread_ts as threadTs',
      'permalink',
      'conversation',
      'read_at as readAt',
      'deleted_at as deletedAt',
      'files',
    ])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .executeTakeFirst()
  if (!row) return undefined
  const { files, ...known } = row
  return { ...known, shown: known.words === null ? null : known.words.trim() || fileNames(files) }
}

const fileNames = (column: unknown): string => namesOf(filesFrom(column))

const namesOf = (files: readonly FileLink[]): string => files.map(({ name }) => escapeText(name)).join(' ')

/** What a message says, with what its files are called. */
export const withFiles = (words: string | null, files: readonly FileLink[]): string =>
  [words, namesOf(files)].filter(Boolean).join('\n')

/** What people and apps said in some messages of a channel that stand there still, oldest first. */
export async function messagesAt(reader: Reader, incidentId: string, channelId: string, keys: readonly string[]) {
  if (keys.length === 0) return []
  return reader
    .selectFrom('record_messages')
    .select(['ts', 'author', 'words'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('deleted_at', 'is', null)
    .orderBy('ts')
    .execute()
}

/**
 * What some messages of a channel say, with what their files are called, for whoever makes a copy of it: until the transaction ends none of
 * them is edited or deleted.
 */
export async function messagesHeld(tx: Tx, incidentId: string, channelId: string, keys: readonly string[]) {
  if (keys.length === 0) return []
  const rows = await tx
    .selectFrom('record_messages')
    .select(['ts', 'words', 'files', 'said_at as saidAt'])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', 'in', keys)
    .where('deleted_at', 'is', null)
    .where('words', 'is not', null)
    .orderBy('ts')
    .forShare()
    .execute()
  return rows.map(({ ts, words, files, saidAt: at }) => ({
    ts,
    saidAt: at,
    words: withFiles(words, filesFrom(files)),
  }))
}

/** What a message says in each incident whose record keeps it. `mark` is of these very words and files: see {@link stillSays}. */
export async function messageSaid(reader: Reader, { channelId, ts }: Place) {
  const rows = await reader
    .selectFrom('record_messages')
    .select(['incident_id as incidentId', 'words', 'files', 'said_at as saidAt', markOfWords.as('mark')])
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .where('words', 'is not', null)
    .execute()
  return rows.map(({ incidentId, words, files, saidAt: at, mark }) => ({
    incidentId,
    saidAt: at,
    words: withFiles(words, filesFrom(files)),
    mark,
  }))
}

const markOfWords = sql<string>`md5(words || coalesce(files::text, ''))`

/** As a condition of a statement that copies it: the message says what it said, and until the statement ends nobody edits or deletes it. */
export const stillSays = (incidentId: string, { channelId, ts }: Place, mark: string) => sql<boolean>`exists (
  select from record_messages where incident_id = ${incidentId} and channel_id = ${channelId} and ts = ${ts}
    and deleted_at is null and ${markOfWords} = ${mark} for share)`

/** The next messages of an incident's record behind one, by channel and key, at most `limit`. */
export async function keysBehind(
  reader: Reader,
  incidentId: string,
  behind: Place | undefined,
  limit: number,
): Promise<Place[]> {
  let rows = reader
    .selectFrom('record_messages')
    .select(['channel_id as channelId', 'ts'])
    .where('incident_id', '=', incidentId)
  if (behind) rows = rows.where(sql<boolean>`(channel_id, ts) > (${behind.channelId}, ${behind.ts})`)
  return rows.orderBy('channel_id').orderBy('ts').limit(limit).execute()
}

/** What a message says, as columns of its row. */
export const readingColumns = (reading: Reading, now: Date) => ({
  thread_ts: reading.threadTs,
  author: reading.author,
  words: reading.words,
  permalink: reading.permalink,
  files: filesColumn(reading.files),
  read_at: now,
  edited_ts: reading.editedTs,
})

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
    .set(readingColumns(reading, now))
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .where((is) => is.or([is('edited_ts', 'is', null), is('edited_ts', '<=', reading.editedTs ?? '')]))
    .returning('ts')
    .executeTakeFirst()
  return row !== undefined
}

/** Files for their column. */
const filesColumn = (files: readonly FileLink[]) => (files.length === 0 ? null : json(files))

const stored = z.array(z.object({ name: z.string(), permalink: z.string() }))

/** What {@link filesColumn} has put there. What cannot be read is no file: one odd row must not keep a document from being written. */
export const filesFrom = (column: unknown): FileLink[] => readLeniently(stored, column ?? [])?.value ?? []

/** Writes down the address of a message that is read already, unless it was deleted; false then, and where it is known. */
export async function writePermalink(
  tx: Tx,
  incidentId: string,
  { channelId, ts }: Place,
  permalink: string | null,
): Promise<boolean> {
  const row = await tx
    .updateTable('record_messages')
    .set({ permalink })
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .where('deleted_at', 'is', null)
    .where('permalink', 'is', null)
    .returning('ts')
    .executeTakeFirst()
  return row !== undefined
}
