import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import { type Incident, mayMove, type Status } from './incident.ts'
import { lockIncident } from './store.ts'

/** The incident, held until the transaction ends. Refuses an unknown one. */
export async function hold(tx: Tx, incidentId: string): Promise<Incident> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) throw new Refusal('incident-unknown')
  return incident
}

/** Refuses a move to `to` that the process does not have. A button on a stale card ends here: the refusal names what holds now. */
export function mustMove({ status: from }: Incident, to: Status): void {
  if (!mayMove(from, to)) throw new Refusal('move-illegal', { from, to })
}
