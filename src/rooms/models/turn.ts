import { type Clock, later, systemClock } from '../../kit/clock.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import type { ModelsSettings } from '../settings/index.ts'
import type { Desk } from './desk.ts'
import { modelFor, nameOf, type Purpose } from './purpose.ts'

/** Between two looks while all that the settings allow at once are under way, in milliseconds. */
export const waitMs = 2_000

/** The longest that a question waits until everybody is answered who pressed something, and how often it looks, in milliseconds. */
const mostPoliteMs = 1_000
const everyMs = 20

/**
 * Whether a question may be prepared now, asked before anything is read for it: a model that hangs or fails then costs people who look
 * nothing. False where there is no model, where it is left alone, or where one `alike` waits already, which asks from how everything stands
 * when its turn comes; null where none stands for another. Throws `RetryAfter` while as many questions are under way as may be.
 */
export async function hasTurn(
  { settings, clock }: { settings: ModelsSettings; clock: Clock },
  desk: Desk,
  purpose: Purpose,
  alike: string | null,
): Promise<boolean> {
  const chosen = modelFor(settings, purpose)
  const now = clock.now()
  if (!chosen || desk.breaker.rests(nameOf(chosen.model.connection), now)) return false
  const due = alike === null ? undefined : desk.waiting.get(alike)
  if (due && now < due) return false
  if (!desk.lanes.hasRoom(settings.limits.at_once)) {
    if (alike !== null) desk.waiting.set(alike, later(now, waitMs))
    throw new RetryAfter(waitMs)
  }
  if (alike !== null) desk.waiting.delete(alike)
  await everybodyAnswered(desk)
  return true
}

/** Who pressed something is answered first: preparing a question takes the same processor. */
async function everybodyAnswered({ inHand }: Desk): Promise<void> {
  for (let waited = 0; inHand() > 0 && waited < mostPoliteMs; waited += everyMs)
    await new Promise<void>((go) => systemClock.setTimer(go, later(systemClock.now(), everyMs)))
}
