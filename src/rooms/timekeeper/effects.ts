import { later } from '../../kit/clock.ts'
import type { Effects } from '../facts/index.ts'
import { checkpointEvery } from '../settings/index.ts'
import { keepApart } from './keep-time.ts'
import { type Reminder, reminders } from './snooze.ts'
import { checkpointTimer } from './timer.ts'

/**
 * The timekeeper starts with the declaration, keeps the level's pace, stops at 復旧 and starts again at 再開. A reminder
 * that was made to wait does so once: from then on the pace is what it was.
 */
export const effects: Effects = (fact, settings) => {
  const next = (level: string | null) => ({
    do: 'set-timer' as const,
    subject: fact.subject,
    kind: checkpointTimer,
    dueAt: later(fact.at, checkpointEvery(settings, level ?? undefined)),
  })
  switch (fact.type) {
    case 'incident.declared':
      return [next(null)]
    case 'incident.reopened':
    case 'timekeeper.checkpoint_reached':
      return [next(fact.data.level)]
    case 'incident.level_set':
      return fact.data.status === 'responding' ? [next(fact.data.to)] : []
    case 'roles.vacancy_nudged':
    case 'roles.tier_called':
      return [{ do: 'keep-timer', keep: keepApart(fact.subject) }]
    case 'timekeeper.snoozed': {
      // Only `snooze` writes it, and writes a reminder.
      const kind = reminders[fact.data.reminder as Reminder]
      return [{ do: 'set-timer', subject: fact.subject, kind, dueAt: new Date(fact.data.until) }]
    }
    case 'incident.recovered':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'cancel-timer', subject: fact.subject, kind: checkpointTimer }]
    default:
      return []
  }
}
