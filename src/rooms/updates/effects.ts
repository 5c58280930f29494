import { later } from '../../kit/clock.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { dueSoonTimer, overdueTimer } from './timer.ts'

/** How many milliseconds before a promised update is due whoever owes it is reminded. */
const beforeMs = 3 * 60_000

/**
 * A promise is watched from the moment it is given: shortly before it is due, and step by step once it has passed. Each step of the
 * escalation sets the next from itself, so that after an outage of ours they come one by one; a new update, 復旧 and all that ends
 * the response stop them. Where the settings say that nobody is reminded, nobody is told before either.
 */
export const effects: Effects = (fact, settings) => {
  const { subject } = fact
  const steps = settings.timekeeper.overdue
  const stop: Consequence = { do: 'cancel-timer', subject, kind: overdueTimer }
  const sayNothing: Consequence = { do: 'cancel-timer', subject, kind: dueSoonTimer }
  const step = (taken: number, from: Date): Consequence => {
    const next = steps[taken]
    return next ? { do: 'set-timer', subject, kind: overdueTimer, dueAt: later(from, next.after) } : stop
  }
  const watch = (promised: Date): Consequence[] => {
    const dueAt = later(promised, -beforeMs)
    const isWanted = steps.length > 0 && dueAt > fact.at
    return [step(0, promised), isWanted ? { do: 'set-timer', subject, kind: dueSoonTimer, dueAt } : sayNothing]
  }
  switch (fact.type) {
    case 'updates.posted':
      return fact.data.nextAt ? watch(new Date(fact.data.nextAt)) : [stop, sayNothing]
    case 'updates.unchanged':
      return watch(new Date(fact.data.nextAt))
    case 'updates.overdue':
      return [step(fact.data.step, fact.at)]
    case 'timekeeper.snoozed':
      return fact.data.reminder === 'update' ? [sayNothing] : []
    case 'incident.recovered':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
    case 'incident.reopened':
      return [stop, sayNothing]
    default:
      return []
  }
}
