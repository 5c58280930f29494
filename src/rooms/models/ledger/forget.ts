import { later } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db/index.ts'
import { cancelTimer, holdTimer, setTimer } from '../../../kit/timers/index.ts'
import type { KeepTimer, World } from '../../facts/index.ts'
import { forgetBefore, oldestText } from './store.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const forgetTimer = 'models.forget'
const ledger = 'models:ledger'

/** It looks no more often than this, in milliseconds. */
const leastPauseMs = 3_600_000

/** The timer stands while the ledger holds a text: when the time of the oldest is up. */
export const keepForgetting: KeepTimer = async (world, tx, now) => {
  await holdTimer(tx, ledger, forgetTimer)
  const oldest = await oldestText(tx)
  if (!oldest) return cancelTimer(tx, ledger, forgetTimer)
  const inMs = oldest.getTime() + world.settings().assistant.models.ledger.keep - now.getTime()
  await setTimer(tx, { subject: ledger, kind: forgetTimer, dueAt: later(now, Math.max(inMs, leastPauseMs)) })
}

/** The time of some texts is up. */
export async function forgetInTime(world: World, tx: Tx, now: Date): Promise<void> {
  await forgetBefore(tx, later(now, -world.settings().assistant.models.ledger.keep), now)
  await keepForgetting(world, tx, now)
}
