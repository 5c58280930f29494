import { incidentOf } from '../channel/index.ts'
import type { Effects, FactType } from '../facts/index.ts'
import { proseJob } from './prose/job.ts'
import { forgetMade } from './store.ts'

/** What was made of words that are gone, or read otherwise now, is gone in the same transaction. */
export const effects: Effects = (fact, settings) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  if (fact.type === 'record.forgotten' || fact.type === 'record.edited')
    return [{ do: 'change-along', change: (tx) => forgetMade(tx, incidentId) }]
  const { enabled, fast, careful } = settings.assistant.models
  if (!summarised.has(fact.type) || !settings.assistant.enabled || !enabled || !(fast ?? careful)) return []
  const data = { incidentId, purpose: 'summary' as const, language: settings.language, askedBy: null, since: null }
  return [{ do: 'enqueue', job: proseJob, data }]
}

/** After these a summary is asked for that nobody waits for: who looks next finds it there. */
const summarised: ReadonlySet<FactType> = new Set(['updates.posted', 'incident.recovered', 'incident.completed'])
