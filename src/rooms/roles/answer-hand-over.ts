import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { isOpen, ofIncident, personOf, verb } from '../incident/index.ts'
import { droppedBy, type HandOver } from './hand-over.ts'
import { enterLead } from './lead.ts'
import { endRole, openHandOver, roleHolders, settleHandOver } from './store.ts'

/** Which offer is answered: its id. Left out, the one that is open. */
const answerInput = z.strictObject({
  hand_over: ofIncident(
    z.string().max(100),
    'hand-over-gone',
    async ({ tx, incident }, id) => (await openHandOver(tx, incident.id))?.id === id,
  ).optional(),
})

/** The receiver says yes: in one moment the one leads no longer and the other does. */
export const acceptHandOver = verb({
  name: 'accept-hand-over',
  input: answerInput,
  right: 'respond',
  async change({ tx, now, caller, incident }, { hand_over }) {
    const by = personOf(caller)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const offer = await offerMeant(tx, incident.id, hand_over)
    if (by !== offer.to) throw new Refusal('hand-over-not-yours', { user: offer.to })
    const from = (await roleHolders(tx, incident.id)).find((each) => each.role === 'handler')?.userId ?? null
    if (from) await endRole(tx, incident.id, { role: 'handler', userId: from }, now)
    await enterLead(tx, incident, by, now)
    await settleHandOver(tx, offer.id, 'accepted', now)
    const data = { handOver: offer.id, from, to: by, briefing: offer.briefing }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'roles.handed_over', data }],
      result: undefined,
    }
  },
})

/** The receiver says no, or who offered it thinks better of it. The old handler leads on. */
export const declineHandOver = verb({
  name: 'decline-hand-over',
  input: answerInput,
  right: 'take-part',
  async change({ tx, now, caller, incident }, { hand_over }) {
    const offer = await offerMeant(tx, incident.id, hand_over)
    const how = droppedBy(offer, personOf(caller))
    if (!how) throw new Refusal('hand-over-not-yours', { user: offer.to })
    await settleHandOver(tx, offer.id, how, now)
    const data = { handOver: offer.id, from: offer.from, to: offer.to, how }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'roles.hand_over_dropped', data }],
      result: undefined,
    }
  },
})

/** The open offer of this incident, if it is the one that is named. */
async function offerMeant(tx: Tx, incidentId: string, named: string | undefined): Promise<HandOver> {
  const offer = await openHandOver(tx, incidentId)
  if (!offer || (named !== undefined && offer.id !== named)) throw new Refusal('hand-over-gone', {}, 'hand_over')
  return offer
}
