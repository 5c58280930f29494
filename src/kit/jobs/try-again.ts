import type { Tx } from '../db/index.ts'
import { takeSetAside } from '../set-aside.ts'
import { setTimers } from '../timers/index.ts'
import { JOB_TIMER } from './envelope.ts'

/**
 * Gives what was set aside another chance from the first attempt on, due now: all of it, or only what had failed. Returns how much it
 * was. What cannot be read still is set aside again.
 */
export async function tryAgain(tx: Tx, which: 'all' | 'failed', now: Date): Promise<number> {
  const taken = await takeSetAside(tx, which)
  const timers = taken.map(({ what, name, subject, data }) =>
    what === 'timer'
      ? { subject, kind: name, dueAt: now, data }
      : { subject, kind: JOB_TIMER, dueAt: now, data: { name, envelope: data } },
  )
  // One may have been set aside, set anew, and set aside again.
  const byKey = new Map(timers.map((timer) => [JSON.stringify([timer.subject, timer.kind]), timer]))
  await setTimers(tx, [...byKey.values()])
  return taken.length
}
