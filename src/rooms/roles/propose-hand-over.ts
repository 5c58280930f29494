import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { isOpen, personNamed, personOf, verb } from '../incident/index.ts'
import { type HandOver, longestBriefing } from './hand-over.ts'
import { overtakeHandOver } from './lead.ts'
import { addHandOver, roleHolders } from './store.ts'

/**
 * Offers the lead to somebody, who must accept it. A newer offer takes the place of an open one.
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
  async change({ world, tx, now, caller, incident }, { to, briefing }) {
    const by = personOf(caller)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const from = (await roleHolders(tx, incident.id)).find((each) => each.role === 'handler')?.userId
    if (!from) throw new Refusal('handler-vacant')
    if (from === to) throw new Refusal('hand-over-same', {}, 'to')
    const overtaken = await overtakeHandOver(tx, incident.id, now)
    const offer: HandOver = { id: world.ids.next('hov'), from, to, proposedBy: by, briefing }
    await addHandOver(tx, incident.id, offer, now)
    return {
      facts: [
        {
          subject: incidentSubject(incident.id),
          type: 'roles.hand_over_proposed',
          data: { handOver: offer.id, from, to, briefing },
        },
        ...overtaken,
      ],
      result: undefined,
    }
  },
})
