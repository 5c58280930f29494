import { later } from '../../kit/clock.ts'
import { setTimer, timerDue } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { World } from '../facts/index.ts'
import { publishTimer } from './effects.ts'
import { forgetDeliveries, incidentsOfPull, keepDelivery } from './store.ts'

/** Several events mostly come of one deed: it is looked once, after this many milliseconds. */
const soonMs = 1_000
/** GitHub offers to send a delivery again for three days. */
const keptMs = 7 * 86_400_000

/**
 * GitHub has told that something happened to a pull request: it is looked at soon. What the delivery says is not believed;
 * one that comes again changes nothing.
 */
export async function hear(
  world: World,
  delivery: { id: string; event: string; repository: string; number: number | null },
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    if (!(await keepDelivery(tx, { ...delivery, receivedAt: now }))) return
    await forgetDeliveries(tx, later(now, -keptMs))
    const { repository, number } = delivery
    for (const incidentId of number === null ? [] : await incidentsOfPull(tx, repository, number)) {
      const subject = incidentSubject(incidentId)
      const dueAt = later(now, soonMs)
      const due = await timerDue(tx, subject, publishTimer)
      if (!due || due > dueAt) await setTimer(tx, { subject, kind: publishTimer, dueAt })
    }
  })
}
