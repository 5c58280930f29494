import { later } from '../../kit/clock.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { overdueTimer } from './timer.ts'

/**
 * A promise is watched from the moment it is given. Each step of the escalation sets the next from itself, so that after
 * an outage of ours they come one by one; a new update, 復旧 and all that ends the response stop them.
 */
export const effects: Effects = (fact, settings) => {
  const { subject } = fact
  const steps = settings.timekeeper.overdue
  const stop: Consequence = { do: 'cancel-timer', subject, kind: overdueTimer }
  const step = (taken: number, from: Date): Consequence => {
    const next = steps[taken]
    return next ? { do: 'set-timer', subject, kind: overdueTimer, dueAt: later(from, next.after) } : stop
  }
  switch (fact.type) {
    case 'updates.posted':
      return [fact.data.nextAt ? step(0, new Date(fact.data.nextAt)) : stop]
    case 'updates.overdue':
      return [step(fact.data.step, fact.at)]
    case 'incident.recovered':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
    case 'incident.reopened':
      return [stop]
    default:
      return []
  }
}
