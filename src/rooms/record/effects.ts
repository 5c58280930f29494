import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects, Fact } from '../facts/index.ts'
import { adoptJob, readJob } from './jobs.ts'
import { repairTimer } from './repair/repair.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const adoptTimer = 'record.adopt'

/** Somebody may invite the bot meanwhile: looked for every ten minutes, for a day. */
const againMs = 10 * 60_000
const mostAttempts = 144

/** The bot is asked back into its channel, and goes in, before it reads there. */
const comingBackMs = 10_000

/** A mark has its message read, and a declaration what it came from. After a gap, and before the document, all of it is read again. */
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
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'cancel-timer', subject: fact.subject, kind: adoptTimer }]
    // Messages under the new id that came before the rename was known belonged to no incident.
    case 'channel.id_changed':
    case 'channel.bot_returned':
    case 'channel.unarchived':
      return [readAgain(fact, comingBackMs, false)]
    case 'assembly.linked':
      return fact.data.threadTs ? [readAgain(fact, comingBackMs, false)] : []
    // The document is written now: nothing of the conversation may be missing from it.
    case 'incident.recovered':
      return [readAgain(fact, 0, true)]
    default:
      return []
  }
}

const readAgain = ({ subject, at }: Fact, afterMs: number, thorough: boolean): Consequence => ({
  do: 'set-timer',
  subject,
  kind: repairTimer,
  dueAt: later(at, afterMs),
  data: { thorough },
})
