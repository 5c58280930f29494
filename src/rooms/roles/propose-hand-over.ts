import { z } from 'zod'
import { Refusal } from '../facts/index.ts'
import { isOpen, personNamed, verb } from '../incident/index.ts'
import { askForRole } from './ask-for-role.ts'
import { longestBriefing } from './hand-over.ts'
import { roleHolders } from './store.ts'

/**
 * Offers the lead that somebody has to somebody else, who must accept it. A newer offer takes the place of an open one.
 *
 * Anyone may offer it, also to themselves: handlers fall asleep at 3 a.m., and an incident that waits for one person's
 * consent has no handler. It is safe because nothing happens unseen: the channel and the handler by name are told, the
 * handler may withdraw it with one tap, and whoever lost the lead can ask for it back the same way. Of a private incident nobody
 * hears by being offered the lead: whoever is to take it is called first.
 */
export const proposeHandOver = verb({
  name: 'hand-over',
  input: z.strictObject({
    to: personNamed({ unable: 'hand-over-unable' }),
    briefing: z.string().trim().max(longestBriefing).default(''),
  }),
  right: 'respond',
  async change(deed, { to, briefing }) {
    const isLed = (await roleHolders(deed.tx, deed.incident.id)).some((each) => each.role === 'handler')
    if (isOpen(deed.incident) && !isLed) throw new Refusal('handler-vacant')
    return askForRole(deed, { role: 'handler', to, briefing })
  },
})
