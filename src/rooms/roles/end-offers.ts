import { later } from '../../kit/clock.ts'
import { cancelTimer, setTimer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { bot, type KeepTimer, type NewFact, recordFacts } from '../facts/index.ts'
import { offerTimer, offerWaitsMs } from './hand-over.ts'
import { dropOffer } from './lead.ts'
import { openHandOvers } from './store.ts'

/** Sets the timer for the offer that has waited longest without a reminder. */
export const keepReminding =
  (subject: string): KeepTimer =>
  async (_world, tx) => {
    const open = await openHandOvers(tx, incidentOf(subject) ?? '')
    const next = open.find(({ remindedAt }) => !remindedAt)
    if (!next) return cancelTimer(tx, subject, offerTimer)
    await setTimer(tx, { subject, kind: offerTimer, dueAt: later(next.proposedAt, offerWaitsMs) })
  }

/** With the response nobody is asked for a role of it any more. */
export const endOffers =
  (subject: string): KeepTimer =>
  async (world, tx, now) => {
    const incidentId = incidentOf(subject) ?? ''
    const ended: NewFact[] = []
    for (const offer of await openHandOvers(tx, incidentId))
      ended.push(await dropOffer(tx, incidentId, offer, 'over', now))
    if (ended.length > 0) await recordFacts(world, tx, bot, now, ended)
  }
