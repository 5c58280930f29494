import { markReleased } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, person, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { type ReleaseInput, releaseInput } from './call.ts'

/** People are told, with thanks, that they may leave. They stay members until they do. */
export async function releasePeople(world: World, by: string, incidentId: string, input: ReleaseInput): Promise<void> {
  const { people, note } = releaseInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    await markReleased(tx, incidentId, people, now)
    const data = { people: [...new Set(people)], note }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'calls.released', data }], result: undefined }
  })
}
