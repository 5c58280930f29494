import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { assembleJob, bringAlongJob } from './jobs.ts'

/** A declaration, a new level and a tier that is called each settle anew who must know. */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  if (fact.type === 'incident.declared') {
    return [{ do: 'enqueue', job: assembleJob, data: { incidentId, reason: 'declared' } }]
  }
  if (fact.type === 'incident.level_set') {
    return [{ do: 'enqueue', job: assembleJob, data: { incidentId, reason: `level:${fact.data.to}` } }]
  }
  if (fact.type === 'incident.absorbed') {
    return [{ do: 'enqueue', job: bringAlongJob, data: { from: fact.data.from, into: incidentId } }]
  }
  // In a drill the tier is only named.
  if (fact.type === 'roles.tier_called' && fact.data.kind === 'real') {
    return [{ do: 'enqueue', job: assembleJob, data: { incidentId, reason: `tier:${fact.data.tier}` } }]
  }
  return []
}
