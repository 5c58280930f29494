import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { adoptJob, readJob } from './jobs.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const adoptTimer = 'record.adopt'

/** Somebody may invite the bot meanwhile: looked for every ten minutes, for a day. */
const againMs = 10 * 60_000
const mostAttempts = 144

/** A mark has its message read, and a declaration what it came from. */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  switch (fact.type) {
    case 'record.marked':
      return [{ do: 'enqueue', job: readJob, data: { incidentId, channelId: fact.data.channel, ts: fact.data.ts } }]
    case 'incident.declared':
      return fact.data.origin ? [{ do: 'enqueue', job: adoptJob, data: { incidentId } }] : []
    case 'record.adoption_failed':
      return fact.data.attempts < mostAttempts
        ? [{ do: 'set-timer', subject: fact.subject, kind: adoptTimer, dueAt: later(fact.at, againMs) }]
        : []
    default:
      return []
  }
}
