import { z } from 'zod'
import { incidentSubject } from '../../channel/index.ts'
import { commit, person, Refusal, type World } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import { type EntryKey, entryOfNote } from './entry.ts'
import { addNoteRow, notesOf } from './store.ts'

const noteInput = z.object({ moment: z.date(), words: z.string().trim().min(1).max(3000) })

/** Somebody writes onto the timeline what nobody said in the channel. Answers what the entry is called. */
export async function addNote(
  world: World,
  by: string,
  incidentId: string,
  input: z.input<typeof noteInput>,
): Promise<EntryKey> {
  const { moment, words } = noteInput.parse(input)
  return commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    if (moment > now) throw new Refusal('time-in-future', {}, 'at')
    const n = ((await notesOf(tx, incidentId)).at(-1)?.n ?? 0) + 1
    await addNoteRow(tx, incidentId, { n, moment, words, by, at: now })
    const entry = entryOfNote(n)
    const data = { entry, at: moment.toISOString(), by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.note_added', data }], result: entry }
  })
}
