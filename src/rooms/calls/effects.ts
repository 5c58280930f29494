import { later } from '../../kit/clock.ts'
import { cancelTimer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects, KeepTimer } from '../facts/index.ts'
import { callSubject, unansweredTimer } from './name-unanswered.ts'
import { callsOf } from './store.ts'

/** After a call, whoever has not answered is named when its time comes, unless the incident is over by then. */
export const effects: Effects = (fact, settings) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  switch (fact.type) {
    case 'calls.made': {
      if (fact.data.people === 0) return []
      const dueAt = later(fact.at, settings.calls.name_unanswered_after)
      return [{ do: 'set-timer', subject: callSubject(incidentId, fact.data.n), kind: unansweredTimer, dueAt }]
    }
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'keep-timer', keep: forgetUnanswered(incidentId) }]
    default:
      return []
  }
}

const forgetUnanswered =
  (incidentId: string): KeepTimer =>
  async (_world, tx) => {
    for (const { n } of await callsOf(tx, incidentId))
      await cancelTimer(tx, callSubject(incidentId, n), unansweredTimer)
  }
