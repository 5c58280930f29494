import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { markReleased } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { personNamed, verb } from '../incident/index.ts'

/** Thanks people and says that they may leave. They stay members until they do. */
export const releasePeople = verb({
  name: 'release-people',
  input: z.strictObject({
    /** Whoever does not know of it hears nothing of it by being thanked. */
    people: z.array(personNamed()).min(1),
    note: wordsOrNone(1000),
  }),
  right: 'respond',
  async change({ tx, now, incident }, { people, note }) {
    await markReleased(tx, incident.id, people, now)
    const data = { people: [...new Set(people)], note }
    return { facts: [{ subject: incidentSubject(incident.id), type: 'calls.released', data }], result: undefined }
  },
})
