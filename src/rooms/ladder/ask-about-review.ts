import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import { setTimer, type Timer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, type KeepTimer, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { isAtWork, whenAtWork } from '../settings/index.ts'
import { isOverWithLessons } from './ladder.ts'
import { reviewOf } from './store.ts'
import { ableToHelp } from './whom.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const reviewTimer = 'ladder.review'

const held = z.object({ n: z.number(), asked: z.number() })
const dayMs = 86_400_000
/** Who has not said after as many days whether it was held will not say. */
const mostAsked = 3

/** A meeting that was planned before the incident was taken up again is asked about after it, but not before the next day. */
export const keepAskingAboutReview =
  (subject: string): KeepTimer =>
  async (_world, tx, now) => {
    const { state, n, startsAt, minutes } = await reviewOf(tx, incidentOf(subject) ?? '')
    if (state !== 'planned' || !startsAt) return
    const over = later(startsAt, (minutes ?? 0) * 60_000)
    const dueAt = over > now ? over : later(now, dayMs)
    await setTimer(tx, { subject, kind: reviewTimer, dueAt, data: { n, asked: 0 } })
  }

/** The meeting should be over: whoever planned it is asked whether it was held, and the next days again. */
export async function askAboutReview(world: World, tx: Tx, timer: Required<Timer>, now: Date): Promise<void> {
  const { subject } = timer
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const review = await reviewOf(tx, incidentId)
  const { n, asked } = mustRead(held, timer.data)
  if (review.state !== 'planned' || review.n !== n) return
  // While they fight it again nobody is asked about meetings: 復旧 sets the timer again.
  if (!isOverWithLessons(incident)) return
  const settings = world.settings()
  if (!isAtWork(settings, now)) {
    await setTimer(tx, { subject, kind: reviewTimer, dueAt: whenAtWork(settings, now), data: { n, asked } })
    return
  }
  const [user] = await ableToHelp(tx, settings, incident, [review.plannedBy, incident.postmortemOwner])
  if (!user) return
  await recordFacts(world, tx, clockwork, now, [{ subject, type: 'ladder.review_over', data: { n, user } }])
  if (asked + 1 < mostAsked)
    await setTimer(tx, { subject, kind: reviewTimer, dueAt: later(now, dayMs), data: { n, asked: asked + 1 } })
}
