import type { Tx } from '../db/index.ts'
import { takeSetAside } from '../set-aside.ts'
import { setTimer, timerOf } from '../timers/index.ts'
import { JOB_TIMER } from './envelope.ts'

/**
 * Gives what was set aside another chance from the first attempt on, due now: all of it, or only what had failed. Returns how much it
 * was. What cannot be read still is set aside again; a timer that was set again meanwhile stays as it was set.
 */
export async function tryAgain(tx: Tx, which: 'all' | 'failed', now: Date): Promise<number> {
  const taken = await takeSetAside(tx, which, now)
  for (const { what, name, subject, data } of taken) {
    const timer =
      what === 'timer'
        ? { subject, kind: name, dueAt: now, data }
        : { subject, kind: JOB_TIMER, dueAt: now, data: { name, envelope: data } }
    if (!(await timerOf(tx, subject, timer.kind))) await setTimer(tx, timer)
  }
  return taken.length
}
