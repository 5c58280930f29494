import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { droppedBy } from './hand-over.ts'
import { enterLead } from './lead.ts'
import { endRole, openHandOver, roleHolders, settleHandOver } from './store.ts'

/** The receiver says yes: in one moment the one leads no longer and the other does. */
export async function acceptHandOver(
  world: World,
  by: string,
  incidentId: string,
  handOver: string | null,
): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const offer = await openHandOver(tx, incidentId)
    if (!offer || offer.id !== handOver) throw new Refusal('hand-over-gone')
    if (by !== offer.to) throw new Refusal('hand-over-not-yours', { user: offer.to })
    const from = (await roleHolders(tx, incidentId)).find((each) => each.role === 'handler')?.userId ?? null
    if (from) await endRole(tx, incidentId, { role: 'handler', userId: from }, now)
    await enterLead(tx, incident, by, now)
    await settleHandOver(tx, offer.id, 'accepted', now)
    const data = { handOver: offer.id, from, to: by, briefing: offer.briefing }
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'roles.handed_over', data }],
      result: undefined,
    }
  })
}

/** The receiver says no, or who offered it thinks better of it. The old handler leads on. */
export async function declineHandOver(
  world: World,
  by: string,
  incidentId: string,
  handOver: string | null,
): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const offer = await openHandOver(tx, incidentId)
    if (!offer || offer.id !== handOver) throw new Refusal('hand-over-gone')
    const how = droppedBy(offer, by)
    if (!how) throw new Refusal('hand-over-not-yours', { user: offer.to })
    await settleHandOver(tx, offer.id, how, now)
    const data = { handOver: offer.id, from: offer.from, to: offer.to, how }
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'roles.hand_over_dropped', data }],
      result: undefined,
    }
  })
}
