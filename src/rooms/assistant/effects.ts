import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { forgetMade } from './store.ts'

/** What was made of words that are gone, or read otherwise now, is gone in the same transaction. */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId || (fact.type !== 'record.forgotten' && fact.type !== 'record.edited')) return []
  return [{ do: 'change-along', change: (tx) => forgetMade(tx, incidentId) }]
}
