import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimers, timerOf } from '../../kit/timers/index.ts'
import { incidentOf, incidentSubject } from '../channel/index.ts'
import { clockwork, type FactType, factsAbout, type NewFact, Refusal, recordFacts, type World } from '../facts/index.ts'
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
  if (await isHandlerCalled(tx, subject, now)) {
    await setTimers(tx, [{ subject, kind: checkpointTimer, dueAt: later(now, stepAsideMs) }])
    return
  }
  await recordFacts(world, tx, clockwork, now, [await reached(tx, incident, now)])
}

/** A checkpoint steps aside by so many milliseconds for a call for a handler: of two messages at once people read neither. */
const stepAsideMs = 2 * 60_000
/** In milliseconds: what comes closer than this comes at once. */
const togetherMs = 60_000

const handlerCalls = ['roles.vacancy_nudged', 'roles.tier_called'] as const satisfies readonly FactType[]

/** Whether people are called to take the lead just now, or were a moment ago. */
async function isHandlerCalled(tx: Tx, subject: string, now: Date): Promise<boolean> {
  const next = await timerOf(tx, subject, vacancyTimer)
  if (next && next.dueAt.getTime() - now.getTime() < togetherMs) return true
  const last = (await factsAbout(tx, subject, handlerCalls)).at(-1)
  return last !== undefined && now.getTime() - last.at.getTime() < togetherMs
}

/** Who asks for a checkpoint so soon after another is shown that one. */
const freshMs = 20_000

/** A checkpoint out of turn: the rhythm starts anew from it. Of two people who ask at once one gets it. */
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
