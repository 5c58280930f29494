import { z } from 'zod'
import { settingKey } from '../../kit/wire.ts'
import { Refusal } from '../facts/index.ts'
import { doerOf, personNamed, verb } from '../incident/index.ts'
import { askForRole } from './ask-for-role.ts'
import { claimRole } from './claim-role.ts'
import { longestBriefing } from './hand-over.ts'
import { roleOf } from './role.ts'
import { roleHolders } from './store.ts'

/**
 * Names somebody for a role: they are asked, and hold it once they accept. The lead that somebody has is handed over. Whoever names
 * themselves has said yes already, except to a lead that somebody else has. Of a private incident nobody hears by being asked.
 */
export const assignRole = verb({
  name: 'assign-role',
  input: z.strictObject({
    role: settingKey,
    to: personNamed(),
    briefing: z.string().trim().max(longestBriefing).default(''),
  }),
  right: 'respond',
  async change(deed, { role: key, to, briefing }) {
    const role = roleOf(key)
    if (!role) throw new Refusal('role-unknown', {}, 'role')
    const isLed = (await roleHolders(deed.tx, deed.incident.id)).some((each) => each.role === 'handler')
    if (to === doerOf(deed.caller) && (role !== 'handler' || !isLed)) return claimRole.change(deed, { role })
    return askForRole(deed, { role, to, briefing })
  },
})
