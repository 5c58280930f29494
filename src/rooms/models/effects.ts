import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { scrubCalls } from './ledger/store.ts'
import { dropAnswers, dropAnswersOf, dropVectors } from './store.ts'

/**
 * What was deleted stands in no ledger, answer or vector from the very transaction on. An incident that becomes private loses what was made
 * of it for everybody; what is made from then on is made under the policy of private ones.
 */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  switch (fact.type) {
    case 'record.forgotten': {
      const place = `${fact.data.channel}:${fact.data.ts}`
      return [
        {
          do: 'change-along',
          async change(tx) {
            // The ledger first: an answer that is being kept waits for its row there.
            await scrubCalls(tx, incidentId, place, fact.at)
            await dropAnswersOf(tx, incidentId, place)
            await dropVectors(tx, incidentId)
          },
        },
      ]
    }
    case 'record.edited':
      return [
        {
          do: 'change-along',
          change: (tx) => dropAnswersOf(tx, incidentId, `${fact.data.channel}:${fact.data.ts}`),
        },
      ]
    case 'incident.visibility_set':
      return [
        {
          do: 'change-along',
          async change(tx) {
            await dropAnswers(tx, incidentId)
            await dropVectors(tx, incidentId)
          },
        },
      ]
    default:
      return []
  }
}
