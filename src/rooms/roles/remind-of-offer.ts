import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, type NewFact, recordFacts, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { keepReminding } from './end-offers.ts'
import { offerWaitsMs } from './hand-over.ts'
import { noteReminded, openHandOvers } from './store.ts'

/** Reminds once of each offer that has waited. Does nothing where it was answered or overtaken, or the response is over. */
export async function remindOfOffer(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId || !isOpen(await hold(tx, incidentId))) return
  const facts: NewFact[] = []
  for (const { id, role, from, to, proposedAt, remindedAt } of await openHandOvers(tx, incidentId)) {
    if (remindedAt || later(proposedAt, offerWaitsMs) > now) continue
    await noteReminded(tx, id, now)
    facts.push({ subject, type: 'roles.hand_over_waits', data: { handOver: id, role, from, to } })
  }
  if (facts.length > 0) await recordFacts(world, tx, clockwork, now, facts)
  await keepReminding(subject)(world, tx, now)
}
