import { z } from 'zod'
import { words } from '../../../kit/wire.ts'
import { incidentSubject } from '../../channel/index.ts'
import { Refusal } from '../../facts/index.ts'
import { byOwnClock, doerOf, pastMoment, verb } from '../../incident/index.ts'
import { entryOfNote } from './entry.ts'
import { addNoteRow, notesOf } from './store.ts'

/** Somebody writes onto the timeline what nobody said in the channel; now, unless they say when. Answers what the entry is called. */
export const addNote = verb({
  name: 'add-entry',
  input: z.strictObject({ at: pastMoment.nullish(), words: words(3000) }),
  right: 'respond',
  async change({ tx, now, caller, incident: { id: incidentId } }, { at, words }) {
    const wasAt = byOwnClock(at ?? now, now)
    if (wasAt > now) throw new Refusal('time-in-future', {}, 'at')
    const by = doerOf(caller)
    const n = ((await notesOf(tx, incidentId)).at(-1)?.n ?? 0) + 1
    await addNoteRow(tx, incidentId, { n, moment: wasAt, words, by, at: now })
    const entry = entryOfNote(n)
    const data = { entry, at: wasAt.toISOString(), by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.note_added', data }], result: entry }
  },
})
