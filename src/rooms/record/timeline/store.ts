import type { Reader, Tx } from '../../../kit/db/index.ts'
import type { RecordedMessage } from '../record.ts'
import type { Edit, EntryKey, Note } from './entry.ts'

type EditRow = Omit<Edit, 'entry'> & { entry: string }
const editColumns = ['entry', 'n', 'moment', 'words', 'hidden', 'reason', 'by', 'at'] as const

// Whatever stands in the column was made by the functions of entry.ts.
const editFrom = (row: EditRow): Edit => ({ ...row, entry: row.entry as EntryKey })

/** Everything that people changed about an incident's timeline, by entry, oldest first. */
export async function editsOf(reader: Reader, incidentId: string): Promise<Map<EntryKey, Edit[]>> {
  const rows = await reader
    .selectFrom('record_edits')
    .select(editColumns)
    .where('incident_id', '=', incidentId)
    .orderBy('entry')
    .orderBy('n')
    .execute()
  return Map.groupBy(rows.map(editFrom), ({ entry }) => entry)
}

export async function editsOfEntry(reader: Reader, incidentId: string, entry: EntryKey): Promise<Edit[]> {
  const rows = await reader
    .selectFrom('record_edits')
    .select(editColumns)
    .where('incident_id', '=', incidentId)
    .where('entry', '=', entry)
    .orderBy('n')
    .execute()
  return rows.map(editFrom)
}

/** The caller holds the incident, so that changes are counted one at a time. */
export async function addEdit(tx: Tx, incidentId: string, edit: Edit): Promise<void> {
  await tx
    .insertInto('record_edits')
    .values({
      incident_id: incidentId,
      ...edit,
      words: edit.words,
      reason: edit.reason,
    })
    .execute()
}

/** Takes words out of a change that was made. */
export async function changeEditWords(
  tx: Tx,
  incidentId: string,
  { entry, n }: Pick<Edit, 'entry' | 'n'>,
  kept: Pick<Edit, 'words' | 'reason'>,
): Promise<void> {
  await tx
    .updateTable('record_edits')
    .set(kept)
    .where('incident_id', '=', incidentId)
    .where('entry', '=', entry)
    .where('n', '=', n)
    .execute()
}

export async function notesOf(reader: Reader, incidentId: string): Promise<Note[]> {
  return reader
    .selectFrom('record_notes')
    .select(['n', 'moment', 'words', 'by', 'at'])
    .where('incident_id', '=', incidentId)
    .orderBy('n')
    .execute()
}

/** The caller holds the incident, so that notes are counted one at a time. */
export async function addNoteRow(tx: Tx, incidentId: string, note: Note): Promise<void> {
  await tx
    .insertInto('record_notes')
    .values({ incident_id: incidentId, ...note })
    .execute()
}

/** The messages that were marked until they were deleted in Slack. They say nothing any longer. */
export async function deletedWhileMarked(reader: Reader, incidentId: string): Promise<RecordedMessage[]> {
  const rows = await reader
    .selectFrom('record_messages as message')
    .innerJoin('record_sources as source', (join) =>
      join
        .onRef('source.incident_id', '=', 'message.incident_id')
        .onRef('source.channel_id', '=', 'message.channel_id')
        .onRef('source.ts', '=', 'message.ts')
        .onRef('source.until', '=', 'message.deleted_at'),
    )
    .select([
      'message.channel_id as channelId',
      'message.ts',
      'message.thread_ts as threadTs',
      'message.author',
      'message.words',
      'message.permalink',
      'message.said_at as saidAt',
    ])
    .distinct()
    .where('message.incident_id', '=', incidentId)
    .orderBy('message.ts')
    .execute()
  return rows.map((row) => ({ ...row, files: [], kinds: [] }))
}
