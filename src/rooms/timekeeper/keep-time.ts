import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer, timerOf } from '../../kit/timers/index.ts'
import { incidentOf, incidentSubject } from '../channel/index.ts'
import { clockwork, type KeepTimer, type NewFact, Refusal, recordFacts, type World } from '../facts/index.ts'
import { hold, type Incident, verb } from '../incident/index.ts'
import { vacancyTimer } from '../roles/index.ts'
import { addCheckpoint, lastCheckpoints } from './store.ts'
import { checkpointTimer } from './timer.ts'

/**
 * A checkpoint has come. Runs in the transaction that takes the timer away, so there is one checkpoint per timer; the
 * next is set from now on, and an outage of ours gives one late checkpoint, not many.
 */
export async function keepTime(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  if (incident.status !== 'responding') return
  const call = await timerOf(tx, subject, vacancyTimer)
  if (call && Math.abs(call.dueAt.getTime() - now.getTime()) < togetherMs) {
    const dueAt = later(call.dueAt > now ? call.dueAt : now, togetherMs)
    return setTimer(tx, { subject, kind: checkpointTimer, dueAt })
  }
  await recordFacts(world, tx, clockwork, now, [await reached(tx, incident, now)])
}

/** A call for a handler and a checkpoint so close to each other are read by nobody: the checkpoint waits. In milliseconds. */
const togetherMs = 60_000

/** A call for a handler has come: a checkpoint that is due by now, or nearly, comes a little later. */
export const keepApart =
  (subject: string): KeepTimer =>
  async (_world, tx, now) => {
    const checkpoint = await timerOf(tx, subject, checkpointTimer)
    const soonest = later(now, togetherMs)
    if (checkpoint && checkpoint.dueAt < soonest) await setTimer(tx, { subject, kind: checkpointTimer, dueAt: soonest })
  }

/** Who asks for a checkpoint so soon after another is shown that one. */
const freshMs = 20_000

/** A checkpoint out of turn: the rhythm starts again from it. Of two people who ask at once one gets it. */
export const callCheckpoint = verb({
  name: 'timekeeper',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, now, incident }) {
    if (incident.status !== 'responding') throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const [last] = await lastCheckpoints(tx, incident.id, 1)
    if (last && Math.abs(now.getTime() - last.at.getTime()) < freshMs) throw new Refusal('checkpoint-fresh')
    return { facts: [await reached(tx, incident, now)], result: undefined }
  },
})

async function reached(tx: Tx, { id, level }: Incident, now: Date): Promise<NewFact> {
  const n = await addCheckpoint(tx, id, now)
  return { subject: incidentSubject(id), type: 'timekeeper.checkpoint_reached', data: { n, level } }
}
