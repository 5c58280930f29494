import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer, type Timer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { isOverWithLessons } from './ladder.ts'
import { reviewOf } from './store.ts'
import { ableToHelp } from './whom.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const reviewTimer = 'ladder.review'

const held = z.object({ n: z.number(), asked: z.number() })
const dayMs = 86_400_000
/** Who has not said after as many days whether it was held will not say. */
const mostAsked = 3

/** The meeting should be over: whoever planned it is asked whether it was held, and the next days again. */
export async function askAboutReview(world: World, tx: Tx, timer: Required<Timer>, now: Date): Promise<void> {
  const { subject } = timer
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const review = await reviewOf(tx, incidentId)
  const { n, asked } = held.parse(timer.data)
  if (review.state !== 'planned' || review.n !== n) return
  const again = { subject, kind: reviewTimer, dueAt: later(now, dayMs) }
  // While they fight it again nobody is asked about meetings.
  if (!isOverWithLessons(incident)) return setTimer(tx, { ...again, data: { n, asked } })
  const [user] = await ableToHelp(tx, incident, [review.plannedBy, incident.postmortemOwner])
  if (!user) return
  await recordFacts(world, tx, clockwork, now, [{ subject, type: 'ladder.review_over', data: { n, user } }])
  if (asked + 1 < mostAsked) await setTimer(tx, { ...again, data: { n, asked: asked + 1 } })
}
