import { z } from 'zod'
import { personId, wordsOrNone } from '../../kit/wire.ts'
import { markReleased } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { verb } from '../incident/index.ts'

/** People are told, with thanks, that they may leave. They stay members until they do. */
export const releasePeople = verb({
  name: 'release-people',
  input: z.strictObject({ people: z.array(personId).min(1), note: wordsOrNone(1000) }),
  right: 'respond',
  async change({ tx, now, incident }, { people, note }) {
    await markReleased(tx, incident.id, people, now)
    const data = { people: [...new Set(people)], note }
    return { facts: [{ subject: incidentSubject(incident.id), type: 'calls.released', data }], result: undefined }
  },
})
