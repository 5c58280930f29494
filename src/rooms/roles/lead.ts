import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact } from '../facts/index.ts'
import { changeIncident, type Incident } from '../incident/index.ts'
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

/** An offer that something newer has overtaken is no longer open. */
export async function overtakeHandOver(tx: Tx, incidentId: string, now: Date): Promise<NewFact[]> {
  const open = await openHandOver(tx, incidentId)
  if (!open) return []
  await settleHandOver(tx, open.id, 'replaced', now)
  const data = { handOver: open.id, from: open.from, to: open.to, how: 'replaced' as const }
  return [{ subject: incidentSubject(incidentId), type: 'roles.hand_over_dropped', data }]
}
