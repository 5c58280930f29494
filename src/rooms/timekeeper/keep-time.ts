import type { Tx } from '../../kit/db/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { addCheckpoint } from './store.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const checkpointTimer = 'timekeeper.checkpoint'

/**
 * A checkpoint has come. Runs in the transaction that takes the timer away, so there is one checkpoint per timer; the
 * next is set from now on, and an outage of ours gives one late checkpoint, not many.
 */
export async function keepTime(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  if (incident.status !== 'responding') return
  const n = await addCheckpoint(tx, incidentId, now)
  await recordFacts(world, tx, clockwork, now, [
    { subject, type: 'timekeeper.checkpoint_reached', data: { n, level: incident.level } },
  ])
}
