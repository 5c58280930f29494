import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { changeIncident, hold, isOpen } from '../incident/index.ts'
import { fillHandler, roleHolders } from './store.ts'

/** Somebody takes the lead. Of two who press at once one gets it, and the other is told who. */
export async function takeHandler(world: World, userId: string, incidentId: string): Promise<void> {
  await commit(world, person(userId), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    if (!(await fillHandler(tx, incidentId, userId, now))) {
      const holder = (await roleHolders(tx, incidentId)).find((each) => each.role === 'handler')
      throw new Refusal('handler-taken', { user: holder?.userId ?? '' })
    }
    // The first time counts for the time to a handler; a later one is a hand-over.
    if (!incident.handlerTakenAt) await changeIncident(tx, incidentId, { handlerTakenAt: now })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'roles.handler_taken', data: { user: userId } }],
      result: undefined,
    }
  })
}
