import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { whenAtWork } from '../settings/index.ts'
import { askJob, draftJob } from './jobs.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const askTimer = 'postmortem.ask'

/** 復旧 brings the first draft, and some minutes later the questions. Whatever tells us more may make a question needless. */
export const effects: Effects = (fact, settings) => {
  const { subject } = fact
  const incidentId = incidentOf(subject)
  if (!incidentId) return []
  const ask = (freed: string | null = null): Consequence => ({
    do: 'enqueue',
    job: askJob,
    data: { incidentId, freed },
  })
  switch (fact.type) {
    case 'incident.recovered':
    // Only now it may be owed.
    case 'incident.level_set':
    case 'incident.kind_set':
      return [{ do: 'enqueue', job: draftJob, data: { incidentId } }, ask()]
    case 'postmortem.drafted': {
      const after = settings.postmortem.ask_after
      return after === 'off'
        ? []
        : [{ do: 'set-timer', subject, kind: askTimer, dueAt: whenAtWork(settings, later(fact.at, after)) }]
    }
    case 'postmortem.question_settled':
      return [ask(fact.data.user)]
    case 'postmortem.written':
    case 'postmortem.filled_there':
    case 'postmortem.status_set':
    case 'incident.times_edited':
    case 'incident.summary_edited':
    case 'incident.type_set':
    case 'incident.visibility_set':
    case 'incident.reopened':
    case 'incident.completed':
    case 'actions.added':
      return [ask()]
    case 'incident.cancelled':
    case 'incident.merged':
      return [ask(), { do: 'cancel-timer', subject, kind: askTimer }]
    default:
      return []
  }
}
