import type { Tx } from '../../kit/db/index.ts'
import { incidentOf } from '../channel/index.ts'
import { whoCanAct } from '../directory/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { lastUpdate } from './store.ts'
import type { LastUpdate } from './update.ts'

/**
 * Reminds whoever owes a promised update, alone, shortly before it is due. Runs in the transaction that takes the timer away. After
 * the promise it is too late for that: then the escalation speaks.
 */
export async function remindBeforeDue(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const update = await lastUpdate(tx, incidentId)
  if (incident.status !== 'responding' || !update?.nextAt || update.nextAt <= now) return
  const users = await whoOwes(tx, incidentId, update)
  if (users.length === 0) return
  const data = { n: update.n, promisedAt: update.nextAt.toISOString(), users }
  await recordFacts(world, tx, clockwork, now, [{ subject, type: 'updates.due_soon', data }])
}

/** The handler; while nobody leads the deputies; and where there are none whoever made the promise. */
async function whoOwes(tx: Tx, incidentId: string, { by }: LastUpdate): Promise<string[]> {
  const roles = await roleHolders(tx, incidentId)
  for (const role of ['handler', 'deputy'] as const) {
    const users = roles.filter((each) => each.role === role).map((each) => each.userId)
    if (users.length > 0) return users
  }
  return whoCanAct(tx, [by])
}
