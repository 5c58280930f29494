import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { callSubject, unansweredTimer } from './name-unanswered.ts'

/** After a call, whoever has not answered is named when its time comes. */
export const effects: Effects = (fact, settings) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId || fact.type !== 'calls.made' || fact.data.people === 0) return []
  const dueAt = later(fact.at, settings.calls.name_unanswered_after)
  return [{ do: 'set-timer', subject: callSubject(incidentId, fact.data.n), kind: unansweredTimer, dueAt }]
}
