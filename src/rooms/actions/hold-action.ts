import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import { hold, type Incident } from '../incident/index.ts'
import type { ActionItem } from './action.ts'
import { actionById } from './store.ts'

/** An item with its incident held until the transaction ends, so that people who act at once come one after the other. */
export async function holdAction(tx: Tx, actionId: string): Promise<ActionItem> {
  const found = await actionById(tx, actionId)
  if (!found) throw new Refusal('action-unknown')
  return actionIn(tx, await hold(tx, found.incidentId), actionId)
}

/** An item of the incident that is held; another one's is refused as one that is not there. */
export async function actionIn(tx: Tx, incident: Incident, actionId: string): Promise<ActionItem> {
  const item = await actionById(tx, actionId)
  if (item?.incidentId !== incident.id || item.state === 'removed') throw new Refusal('action-unknown', {}, 'action')
  return item
}

/** The same, when it is still to be done. */
export async function openActionIn(tx: Tx, incident: Incident, actionId: string): Promise<ActionItem> {
  const item = await actionIn(tx, incident, actionId)
  if (item.state !== 'open') throw closedAlready(item)
  return item
}

/** Whoever was a moment faster is named. */
const closedAlready = ({ n, closedBy }: ActionItem): Refusal =>
  closedBy
    ? new Refusal('action-closed-by', { n: String(n), user: closedBy }, 'action')
    : new Refusal('action-closed', { n: String(n) }, 'action')
