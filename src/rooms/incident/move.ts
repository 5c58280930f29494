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

/** The same, when it may go to `to`. A button on a stale card ends here: the refusal names what holds now. */
export async function holdForMove(tx: Tx, incidentId: string, to: Status): Promise<Incident> {
  const incident = await hold(tx, incidentId)
  if (!mayMove(incident.status, to)) throw new Refusal('move-illegal', { from: incident.status, to })
  return incident
}
