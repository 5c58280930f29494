import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { takeUpActionJob } from './jobs.ts'

/** What is marked becomes an action item as soon as it is read. */
export const effects: Effects = (fact) => {
  switch (fact.type) {
    case 'record.marked':
      return fact.data.kind === 'action' ? takeUp(fact.subject, fact.data) : []
    case 'record.read':
      return takeUp(fact.subject, fact.data)
    default:
      return []
  }
}

function takeUp(subject: string, { channel: channelId, ts }: { channel: string; ts: string }): Consequence[] {
  const incidentId = incidentOf(subject)
  return incidentId ? [{ do: 'enqueue', job: takeUpActionJob, data: { incidentId, channelId, ts } }] : []
}
