import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal } from '../facts/index.ts'
import { type Deed, isOpen, ofIncident, personOf, verb } from '../incident/index.ts'
import { droppedBy, type HandOver } from './hand-over.ts'
import { dropOffer, enterLead } from './lead.ts'
import { endRole, fillRole, openHandOvers, roleHolders, settleHandOver } from './store.ts'

/** Which offer is answered: its id. Left out, the one that is open for whoever answers. */
const answerInput = z.strictObject({
  hand_over: ofIncident(z.string().max(100), 'hand-over-gone', async ({ tx, incident }, id) =>
    (await openHandOvers(tx, incident.id)).some((each) => each.id === id),
  ).optional(),
})

/** The receiver says yes: a role is theirs, and of a lead in one moment the one leads no longer and the other does. */
export const acceptHandOver = verb({
  name: 'accept-hand-over',
  input: answerInput,
  right: 'respond',
  async change(deed, { hand_over }) {
    const { tx, now, caller, incident } = deed
    const by = personOf(caller)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const offer = await offerMeant(tx, incident.id, hand_over, by)
    if (by !== offer.to) throw new Refusal('hand-over-not-yours', { user: offer.to })
    const fact = offer.role === 'handler' ? await passLead(deed, offer) : await giveRole(deed, offer)
    await settleHandOver(tx, offer.id, 'accepted', now)
    return { facts: [fact], result: undefined }
  },
})

async function passLead({ tx, now, incident }: Deed, { id, to, briefing }: HandOver): Promise<NewFact> {
  const from = (await roleHolders(tx, incident.id)).find((each) => each.role === 'handler')?.userId ?? null
  if (from) await endRole(tx, incident.id, { role: 'handler', userId: from }, now)
  await enterLead(tx, incident, to, now)
  const data = { handOver: id, from, to, briefing }
  return { subject: incidentSubject(incident.id), type: 'roles.handed_over', data }
}

async function giveRole({ tx, now, incident }: Deed, { id, role, to }: HandOver): Promise<NewFact> {
  const leads = (await roleHolders(tx, incident.id)).some((each) => each.role === 'handler' && each.userId === to)
  if (leads && role === 'deputy') throw new Refusal('role-beside-lead', {}, 'role')
  if (!(await fillRole(tx, incident.id, { role, userId: to }, now))) throw new Refusal('role-held', {}, 'role')
  return { subject: incidentSubject(incident.id), type: 'roles.role_claimed', data: { role, user: to, handOver: id } }
}

/** The receiver says no, or who offered it thinks better of it. Whoever leads leads on. */
export const declineHandOver = verb({
  name: 'decline-hand-over',
  input: answerInput.extend({ reason: wordsOrNone(300) }),
  right: 'take-part',
  async change({ tx, now, caller, incident }, { hand_over, reason }) {
    const by = personOf(caller)
    const offer = await offerMeant(tx, incident.id, hand_over, by)
    const how = droppedBy(offer, by)
    if (!how) throw new Refusal('hand-over-not-yours', { user: offer.to })
    return { facts: [await dropOffer(tx, incident.id, offer, how, now, reason)], result: undefined }
  },
})

/** The open offer that is named; where none is, the one that is theirs to answer. */
async function offerMeant(tx: Tx, incidentId: string, named: string | undefined, by: string): Promise<HandOver> {
  const open = await openHandOvers(tx, incidentId)
  const offer =
    named === undefined
      ? (open.find((each) => each.to === by) ?? open.find((each) => droppedBy(each, by)) ?? open[0])
      : open.find((each) => each.id === named)
  if (!offer) throw new Refusal('hand-over-gone', {}, 'hand_over')
  return offer
}
