import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import { setTimer, type Timer } from '../../kit/timers/index.ts'
import { incidentOf, incidentSubject } from '../channel/index.ts'
import { clockwork, type KeepTimer, type NewFact, recordFacts, type World } from '../facts/index.ts'
import { hold, incidentById } from '../incident/index.ts'
import { postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import { isAtWork, whenAtWork } from '../settings/index.ts'
import { dueDayOf, isOverWithLessons, isOwing, isSettled } from './ladder.ts'
import { onLadder, rungsOf } from './rungs.ts'
import { keepReview, reviewOf } from './store.ts'
import { whomToRemind } from './whom.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const remindTimer = 'ladder.remind'

/** Reminders that were due since `from` have not been given yet. `again`: it has just been recovered, perhaps not for the first time. */
const held = z.object({ from: z.coerce.date(), anew: z.boolean().default(false) })

/** While people respond, and where it is cancelled, nothing is owed. */
export const keepReminding =
  (subject: string): KeepTimer =>
  async (_world, tx, now) => {
    const incident = await incidentById(tx, incidentOf(subject) ?? '')
    if (incident && isOverWithLessons(incident))
      await setTimer(tx, { subject, kind: remindTimer, dueAt: now, data: { from: now } })
  }

/**
 * Looks where the postmortem stands, says what is due, and sets itself for the next time. Runs in the transaction that takes
 * the timer away, so that one replica does it, once. It ends where nothing is owed any more; whatever changes that sets the
 * timer again.
 */
export async function remind(world: World, tx: Tx, { subject, data }: Required<Timer>, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const settings = world.settings()
  const { from, anew } = mustRead(held, data)
  if (anew) await startAnew(world, tx, incidentId, now)
  const { status } = await postmortemOf(tx, incidentId)
  if (!isOwing(incident, status, settings)) return
  const due = dueDayOf(incident, settings)
  const rungs = rungsOf({ recoveredAt: incident.recoveredAt, due }, settings)
  const step = onLadder(rungs, from, now)
  if (step.due && !isAtWork(settings, now)) {
    // After an outage of ours, or a change by night: it is said when people work.
    await setTimer(tx, { subject, kind: remindTimer, dueAt: whenAtWork(settings, now), data: { from } })
    return
  }
  if (step.due) {
    const { stage } = step.due
    const people = await whomToRemind(tx, incident, stage, settings)
    const owner = incident.postmortemOwner
    await recordFacts(world, tx, clockwork, now, [
      { subject, type: 'ladder.reminded', data: { stage, due, owner, people } },
    ])
  }
  if (step.next) await setTimer(tx, { subject, kind: remindTimer, dueAt: step.next.at, data: { from: now } })
}

/** What was settled before it was taken up again is open once more: there is more to learn than there was. */
async function startAnew(world: World, tx: Tx, incidentId: string, now: Date): Promise<void> {
  const { status } = await postmortemOf(tx, incidentId)
  const facts: NewFact[] = isSettled(status) ? await setPostmortemStatus(tx, incidentId, 'draft', now) : []
  const review = await reviewOf(tx, incidentId)
  if (review.state === 'held' || review.state === 'waived') {
    await keepReview(tx, incidentId, { ...review, state: 'open' })
    facts.push({ subject: incidentSubject(incidentId), type: 'ladder.review_opened', data: { n: review.n } })
  }
  await recordFacts(world, tx, clockwork, now, facts)
}
