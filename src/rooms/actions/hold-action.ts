import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import type { ActionItem } from './action.ts'
import { actionById } from './store.ts'

/** An item with its incident held until the transaction ends, so that people who act at once come one after the other. */
export async function holdAction(tx: Tx, actionId: string): Promise<ActionItem> {
  const found = await actionById(tx, actionId)
  if (!found) throw new Refusal('action-unknown')
  await hold(tx, found.incidentId)
  // What it was before the wait for the lock may be over.
  const item = await actionById(tx, actionId)
  if (!item || item.state === 'removed') throw new Refusal('action-unknown')
  return item
}

/** The same, when it is still to be done. */
export async function holdOpenAction(tx: Tx, actionId: string): Promise<ActionItem> {
  const item = await holdAction(tx, actionId)
  if (item.state !== 'open') throw closedAlready(item)
  return item
}

/** Whoever was a moment faster is named. */
const closedAlready = ({ n, closedBy }: ActionItem): Refusal =>
  closedBy
    ? new Refusal('action-closed-by', { n: String(n), user: closedBy })
    : new Refusal('action-closed', { n: String(n) })
