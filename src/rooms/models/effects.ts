import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { scrubCalls } from './ledger/store.ts'
import { vectorJob } from './likeness/make.ts'
import { dropVectors } from './likeness/vectors.ts'
import { dropAnswers, dropAnswersOf } from './store.ts'

/**
 * What was deleted stands in no ledger, answer or vector from the very transaction on. An incident that becomes private loses what was made
 * of it for everybody; what is made from then on is made under the policy of private ones.
 */
export const effects: Effects = (fact, { assistant }) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  const { enabled, embeddings } = assistant.models
  const vectors: Consequence[] = enabled && embeddings ? [{ do: 'enqueue', job: vectorJob, data: { incidentId } }] : []
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
          },
        },
      ]
    }
    case 'incident.declared':
    case 'incident.summary_edited':
      return vectors
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
        ...vectors,
      ]
    default:
      return []
  }
}
