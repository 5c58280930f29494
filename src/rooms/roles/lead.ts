import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact } from '../facts/index.ts'
import { changeIncident, type Incident } from '../incident/index.ts'
import type { RoleKey } from '../settings/index.ts'
import type { Dropped, HandOver } from './hand-over.ts'
import { endRole, fillRole, openHandOver, settleHandOver } from './store.ts'

/**
 * Puts somebody into the lead, which is vacant; false when another was faster. Their deputy's role ends with it: nobody
 * stands in for themselves. The caller holds the incident.
 */
export async function enterLead(tx: Tx, incident: Incident, userId: string, now: Date): Promise<boolean> {
  if (!(await fillRole(tx, incident.id, { role: 'handler', userId }, now))) return false
  await endRole(tx, incident.id, { role: 'deputy', userId }, now)
  // The first time counts for the time to a handler; a later one is a hand-over.
  if (!incident.handlerTakenAt) await changeIncident(tx, incident.id, { handlerTakenAt: now })
  return true
}

/** An offer comes to nothing. */
export async function dropOffer(
  tx: Tx,
  incidentId: string,
  { id, role, from, to }: HandOver,
  how: Dropped,
  now: Date,
  reason: string | null = null,
): Promise<NewFact> {
  await settleHandOver(tx, id, how, now, reason)
  const data = { handOver: id, role, from, to, how, reason }
  return { subject: incidentSubject(incidentId), type: 'roles.hand_over_dropped', data }
}

/**
 * Somebody takes a role by themselves: what they were asked is answered by it. The lead is for one person, so an offer of it to
 * another is overtaken. Answers the offer that was theirs, and the facts about the other.
 */
export async function settleByTaking(
  tx: Tx,
  incidentId: string,
  role: RoleKey,
  userId: string,
  now: Date,
): Promise<{ answered: { handOver?: string }; overtaken: NewFact[] }> {
  const open = await openHandOver(tx, incidentId, role)
  if (open?.to === userId) {
    await settleHandOver(tx, open.id, 'accepted', now)
    return { answered: { handOver: open.id }, overtaken: [] }
  }
  const isOvertaken = open !== undefined && role === 'handler'
  return { answered: {}, overtaken: isOvertaken ? [await dropOffer(tx, incidentId, open, 'replaced', now)] : [] }
}
