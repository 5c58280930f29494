import type { Json, Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { type Draft, takeDraft, writeDraft } from './store.ts'
import { becameOfAll, type Use } from './use.ts'

/**
 * Notes what somebody's form proposes, by field; answers how the form names it. Undefined where nothing is proposed. `inPlaceOf`: what the
 * same form proposed before, and nobody was asked about.
 */
export async function noteDraft(
  world: World,
  { incidentId, userId, purpose, fields }: Omit<Draft, 'id'>,
  inPlaceOf?: string,
): Promise<string | undefined> {
  if (Object.keys(fields).length === 0) return undefined
  const id = inPlaceOf ?? world.ids.next('drf')
  await world.db.transaction((tx) => writeDraft(tx, { id, incidentId, userId, purpose, fields }, world.clock.now()))
  return id
}

/**
 * A form with a draft was sent: what became of each field is recorded, and the draft is gone. That it could not be keeps nothing up: what
 * the form was for is done.
 */
export async function settleDraft(
  world: World,
  { incidentId, id, by }: { incidentId: string; id: string; by: string },
  sent: Readonly<Record<string, Json | undefined>>,
): Promise<void> {
  try {
    await commit(world, person(by), async (tx) => {
      await hold(tx, incidentId)
      const [first, ...rest] = await settled(tx, incidentId, id, sent)
      return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
    })
  } catch (error) {
    world.log.warn({ err: error }, 'What became of a draft could not be noted')
  }
}

async function settled(
  tx: Tx,
  incidentId: string,
  id: string,
  sent: Readonly<Record<string, Json | undefined>>,
): Promise<NewFact[]> {
  const draft = await takeDraft(tx, incidentId, id)
  if (!draft) return []
  return becameOfAll(draft, sent).map(([purpose, use]) => settledFact(incidentId, purpose, use))
}

export const settledFact = (incidentId: string, purpose: string, use: Use): NewFact => ({
  subject: incidentSubject(incidentId),
  type: 'assistant.draft_settled',
  data: { purpose, use },
})
