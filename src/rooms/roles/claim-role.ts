import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { roleOf } from './role.ts'
import { fillRole, roleHolders } from './store.ts'
import { takeHandler } from './take-handler.ts'

/** Somebody takes a role. Only the handler's is for one person: many hands may record, speak or work. */
export async function claimRole(
  world: World,
  userId: string,
  incidentId: string,
  wanted: string | null,
): Promise<void> {
  const role = roleOf(wanted)
  if (!role) throw new Refusal('role-unknown', {}, 'role')
  if (role === 'handler') return takeHandler(world, userId, incidentId)
  await commit(world, person(userId), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const leads = (await roleHolders(tx, incidentId)).some((each) => each.role === 'handler' && each.userId === userId)
    if (leads && role === 'deputy') throw new Refusal('role-beside-lead', {}, 'role')
    if (!(await fillRole(tx, incidentId, { role, userId }, now))) throw new Refusal('role-held', {}, 'role')
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'roles.role_claimed', data: { role, user: userId } }],
      result: undefined,
    }
  })
}
