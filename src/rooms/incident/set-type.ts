import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { incidentTypes } from '../settings/index.ts'
import { typesInput } from './incident.ts'
import { hold } from './move.ts'
import { changeIncident } from './store.ts'

/** Says what kind of harm it is: several may hold, and none is as good as not known. */
export async function setType(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof typesInput>,
): Promise<void> {
  const wanted = new Set(typesInput.parse(input).types)
  const types = incidentTypes.filter((type) => wanted.has(type))
  await commit(world, actor, async (tx) => {
    const incident = await hold(tx, incidentId)
    const isSame = incident.types.length === types.length && types.every((type) => incident.types.includes(type))
    if (isSame) throw new Refusal('nothing-changed', {}, 'type')
    await changeIncident(tx, incidentId, { types })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'incident.type_set',
          data: { from: [...incident.types], to: types },
        },
      ],
      result: undefined,
    }
  })
}
