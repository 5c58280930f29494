import type { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type World } from '../facts/index.ts'
import { reasonInput } from './incident.ts'
import { holdForMove } from './move.ts'
import { changeIncident } from './store.ts'

/** 取り下げ: it was no incident. */
export async function cancel(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof reasonInput>,
): Promise<void> {
  const { reason } = reasonInput.parse(input)
  await commit(world, actor, async (tx) => {
    await holdForMove(tx, incidentId, 'cancelled')
    await changeIncident(tx, incidentId, { status: 'cancelled' })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'incident.cancelled', data: { reason } }],
      result: undefined,
    }
  })
}
