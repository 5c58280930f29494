import type { Effects } from '../facts/index.ts'
import { remindTimer } from './remind.ts'

/**
 * Whatever changes what is owed, by whom or by when has the ladder looked at anew; what fell due before is not said any more.
 * Whether anything is owed is looked up then.
 */
export const effects: Effects = ({ type, subject, at }) => {
  const from = at.toISOString()
  switch (type) {
    case 'incident.recovered':
      return [{ do: 'set-timer', subject, kind: remindTimer, dueAt: at, data: { from, anew: true } }]
    case 'incident.level_set':
    case 'incident.kind_set':
    case 'incident.times_edited':
    case 'ladder.postponed':
    case 'ladder.assigned':
      return [{ do: 'set-timer', subject, kind: remindTimer, dueAt: at, data: { from } }]
    case 'incident.reopened':
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'cancel-timer', subject, kind: remindTimer }]
    default:
      return []
  }
}
