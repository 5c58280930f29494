import type { Reader } from '../../../kit/db/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { factsAbout } from '../../facts/index.ts'
import { markedMessages } from '../marks/store.ts'
import { type Edit, type EntryKey, entryOfFact, entryOfMessage, entryOfNote, type TimelineEntry } from './entry.ts'
import { isForTimeline, momentsOf } from './facts.ts'
import { happenedFacts } from './put-up.ts'
import { deletedWhileMarked, editsOf, notesOf } from './store.ts'

type Original = TimelineEntry extends infer Each
  ? Each extends TimelineEntry
    ? Omit<Each, keyof Change>
    : never
  : never
type Change = Pick<TimelineEntry, 'at' | 'words' | 'hidden' | 'edits'>

/**
 * Everything that belongs on the timeline of an incident, in the order of its own times and after what people changed: what
 * was marked, what happened, what was written by hand. What people hid is left out unless `withHidden`.
 */
export async function timelineOf(
  reader: Reader,
  incidentId: string,
  { withHidden = false }: { withHidden?: boolean } = {},
): Promise<TimelineEntry[]> {
  const facts = await factsAbout(reader, incidentSubject(incidentId), happenedFacts('timeline'))
  const messages = await markedMessages(reader, incidentId)
  const notes = await notesOf(reader, incidentId)
  const edits = await editsOf(reader, incidentId)
  const moments = momentsOf(facts)
  const originals: Original[] = [
    ...facts.filter(isForTimeline).map((fact) => ({
      is: 'fact' as const,
      key: entryOfFact(fact),
      originalAt: moments.get(fact.id) ?? fact.at,
      fact,
    })),
    ...messages.map(ofMessage),
    ...(await deletedButRetold(reader, incidentId, edits)).map(ofMessage),
    ...notes.map((note) => ({ is: 'note' as const, key: entryOfNote(note.n), originalAt: note.moment, note })),
  ]
  return originals
    .map((original): TimelineEntry => ({ ...original, ...changeOf(original, edits.get(original.key) ?? []) }))
    .filter(({ hidden }) => withHidden || !hidden)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1))
}

const ofMessage = (message: Extract<TimelineEntry, { is: 'message' }>['message']) => ({
  is: 'message' as const,
  key: entryOfMessage(message),
  originalAt: message.saidAt,
  message,
})

function changeOf({ originalAt }: Original, edits: readonly Edit[]): Change {
  const last = edits.at(-1)
  return { at: last?.moment ?? originalAt, words: last?.words ?? null, hidden: last?.hidden ?? false, edits }
}

/** A message that was deleted stands on where somebody has told it in words of their own. */
async function deletedButRetold(reader: Reader, incidentId: string, edits: ReadonlyMap<EntryKey, readonly Edit[]>) {
  const retold = new Set([...edits].filter(([, changes]) => changes.at(-1)?.words).map(([entry]) => entry))
  if (retold.size === 0) return []
  return (await deletedWhileMarked(reader, incidentId)).filter((message) => retold.has(entryOfMessage(message)))
}
