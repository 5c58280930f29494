import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { settingKey } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal } from '../facts/index.ts'
import { isOpen, personOf, verb } from '../incident/index.ts'
import type { RoleKey } from '../settings/index.ts'
import type { Leaving } from './facts.ts'
import { roleOf } from './role.ts'
import { endRole } from './store.ts'

/** Ends one role of somebody; undefined when they do not hold it. The lead is vacant then, which is news of its own kind. */
export async function endHolding(
  tx: Tx,
  incidentId: string,
  { role, userId, because }: { role: RoleKey; userId: string; because: Leaving },
  now: Date,
): Promise<NewFact | undefined> {
  if (!(await endRole(tx, incidentId, { role, userId }, now))) return undefined
  const subject = incidentSubject(incidentId)
  return role === 'handler'
    ? { subject, type: 'roles.handler_released', data: { user: userId, because } }
    : { subject, type: 'roles.role_released', data: { role, user: userId, because } }
}

/** Somebody gives a role back. */
export const releaseRole = verb({
  name: 'release-role',
  input: z.strictObject({ role: settingKey }),
  right: 'respond',
  async change({ tx, now, caller, incident }, input) {
    const role = roleOf(input.role)
    if (!role) throw new Refusal('role-unknown', {}, 'role')
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const fact = await endHolding(tx, incident.id, { role, userId: personOf(caller), because: 'gave-up' }, now)
    if (!fact) throw new Refusal('role-not-held', {}, 'role')
    return { facts: [fact], result: undefined }
  },
})
