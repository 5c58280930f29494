import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type World } from '../facts/index.ts'
import { waiversInput } from './incident.ts'
import { holdForMove } from './move.ts'
import { changeIncident } from './store.ts'

/** 完了: all of the response is done. What is left undone is named with its reason. */
export async function complete(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof waiversInput>,
): Promise<void> {
  const { waivers } = waiversInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    await holdForMove(tx, incidentId, 'completed')
    await changeIncident(tx, incidentId, { status: 'completed', completedAt: now })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'incident.completed', data: { waivers } }],
      result: undefined,
    }
  })
}
