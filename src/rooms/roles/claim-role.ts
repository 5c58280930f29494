import { z } from 'zod'
import { settingKey } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { isOpen, personOf, verb } from '../incident/index.ts'
import { settleByTaking } from './lead.ts'
import { roleOf } from './role.ts'
import { fillRole, roleHolders } from './store.ts'
import { takeHandler } from './take-handler.ts'

/** Somebody takes a role. Only the handler's is for one person: many hands may record, speak or work. */
export const claimRole = verb({
  name: 'claim-role',
  input: z.strictObject({ role: settingKey }),
  right: 'respond',
  async change(deed, input) {
    const { tx, now, caller, incident } = deed
    const role = roleOf(input.role)
    if (!role) throw new Refusal('role-unknown', {}, 'role')
    if (role === 'handler') return takeHandler.change(deed, {})
    const by = personOf(caller)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const leads = (await roleHolders(tx, incident.id)).some((each) => each.role === 'handler' && each.userId === by)
    if (leads && role === 'deputy') throw new Refusal('role-beside-lead', {}, 'role')
    if (!(await fillRole(tx, incident.id, { role, userId: by }, now))) throw new Refusal('role-held', {}, 'role')
    const { answered } = await settleByTaking(tx, incident.id, role, by, now)
    return {
      facts: [
        { subject: incidentSubject(incident.id), type: 'roles.role_claimed', data: { role, user: by, ...answered } },
      ],
      result: undefined,
    }
  },
})
