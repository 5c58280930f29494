import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { enterLead, overtakeHandOver } from './lead.ts'
import { roleHolders } from './store.ts'

/** Somebody takes the lead. Of two who press at once one gets it, and the other is told who. */
export async function takeHandler(world: World, userId: string, incidentId: string): Promise<void> {
  await commit(world, person(userId), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    if (!(await enterLead(tx, incident, userId, now))) {
      const holder = (await roleHolders(tx, incidentId)).find((each) => each.role === 'handler')?.userId ?? ''
      throw holder === userId ? new Refusal('handler-already') : new Refusal('handler-taken', { user: holder })
    }
    return {
      facts: [
        { subject: incidentSubject(incidentId), type: 'roles.handler_taken', data: { user: userId } },
        ...(await overtakeHandOver(tx, incidentId, now)),
      ],
      result: undefined,
    }
  })
}
