import type { Tx } from '../../kit/db/index.ts'
import { assembledPeople } from '../assembly/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { countOverdueStep, lastUpdate } from './store.ts'

/** Whom a step turned to: the channel, the handler or the deputies alone, or the first-response people by name. */
export type Told = 'channel' | 'handler' | 'deputy' | 'responders'

/** More people than these in one message, and nobody feels meant. */
const mostNamed = 10

/**
 * The promised update has not come: the next step. Runs in the transaction that takes the timer away. A role that nobody
 * holds passes the step on at once.
 */
export async function escalate(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const update = await lastUpdate(tx, incidentId)
  if (incident.status !== 'responding' || !update?.nextAt) return
  const steps = world.settings().timekeeper.overdue
  for (let step = update.overdueSteps; step < steps.length; step++) {
    const audience = await audienceOf(tx, incidentId, steps[step]?.tell ?? 'channel')
    if (!audience) continue
    await countOverdueStep(tx, incidentId, update.n, step + 1)
    const data = { n: update.n, step: step + 1, promisedAt: update.nextAt.toISOString(), ...audience }
    await recordFacts(world, tx, clockwork, now, [{ subject, type: 'updates.overdue', data }])
    return
  }
}

/** Whom a step reaches now; undefined where there is nobody. */
async function audienceOf(
  tx: Tx,
  incidentId: string,
  tell: 'channel' | 'handler' | 'deputy',
): Promise<{ tell: Told; users: string[] } | undefined> {
  const roles = await roleHolders(tx, incidentId)
  const holding = (role: string) => roles.filter((each) => each.role === role).map((each) => each.userId)
  if (tell === 'channel') return { tell, users: holding('handler') }
  const users = holding(tell)
  if (users.length > 0) return { tell, users }
  if (tell === 'handler') return undefined
  const people = await assembledPeople(tx, incidentId)
  const first = people.filter((each) => each.reason === 'declared' && !each.skipped).map((each) => each.userId)
  return { tell: 'responders', users: first.slice(0, mostNamed) }
}
