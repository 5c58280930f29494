import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { draftJob } from './jobs.ts'

/** 復旧 brings the first draft. */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (fact.type !== 'incident.recovered' || !incidentId) return []
  return [{ do: 'enqueue', job: draftJob, data: { incidentId } }]
}
