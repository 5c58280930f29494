import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { assembleJob } from './jobs.ts'

/** A declaration and a new level each settle anew who must know. */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  if (fact.type === 'incident.declared') {
    return [{ do: 'enqueue', job: assembleJob, data: { incidentId, reason: 'declared' } }]
  }
  if (fact.type === 'incident.level_set') {
    return [{ do: 'enqueue', job: assembleJob, data: { incidentId, reason: `level:${fact.data.to}` } }]
  }
  return []
}
