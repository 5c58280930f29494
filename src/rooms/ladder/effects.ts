import { later } from '../../kit/clock.ts'
import type { Effects } from '../facts/index.ts'
import { keepAskingAboutReview, reviewTimer } from './ask-about-review.ts'
import { keepReminding, remindTimer } from './remind.ts'

/**
 * Whatever changes what is owed, by whom or by when has the ladder looked at again; what fell due before is not said any more.
 * Whether anything is owed is looked up then.
 */
export const effects: Effects = (fact) => {
  const { subject, at } = fact
  const from = at.toISOString()
  switch (fact.type) {
    case 'incident.recovered':
      return [
        { do: 'set-timer', subject, kind: remindTimer, dueAt: at, data: { from, anew: true } },
        { do: 'keep-timer', keep: keepAskingAboutReview(subject) },
      ]
    case 'incident.level_set':
    case 'incident.kind_set':
    case 'incident.times_edited':
    case 'ladder.postponed':
    case 'ladder.assigned':
      return [{ do: 'keep-timer', keep: keepReminding(subject) }]
    case 'ladder.review_planned': {
      const { n, startsAt, minutes } = fact.data
      const dueAt = later(new Date(startsAt), minutes * 60_000)
      return [{ do: 'set-timer', subject, kind: reviewTimer, dueAt, data: { n, asked: 0 } }]
    }
    case 'ladder.review_held':
    case 'ladder.review_waived':
      return [{ do: 'cancel-timer', subject, kind: reviewTimer }]
    case 'incident.reopened':
    case 'incident.cancelled':
    case 'incident.merged':
      return [
        { do: 'cancel-timer', subject, kind: remindTimer },
        { do: 'cancel-timer', subject, kind: reviewTimer },
      ]
    default:
      return []
  }
}
