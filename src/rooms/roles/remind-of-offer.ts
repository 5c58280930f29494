import type { Tx } from '../../kit/db/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Timer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { offerWaiting } from './hand-over.ts'
import { openHandOver } from './store.ts'

/** An offer of the lead has waited: brought to mind once. Nothing happens where it was answered, overtaken or it is over. */
export async function remindOfOffer(
  world: World,
  tx: Tx,
  { subject, data }: Required<Timer>,
  now: Date,
): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId || !isOpen(await hold(tx, incidentId))) return
  const offer = await openHandOver(tx, incidentId)
  if (!offer || offer.id !== mustRead(offerWaiting, data).handOver) return
  await recordFacts(world, tx, clockwork, now, [
    { subject, type: 'roles.hand_over_waits', data: { handOver: offer.id, from: offer.from, to: offer.to } },
  ])
}
