import { later, systemClock } from './clock.ts'

/**
 * Waits for `work`, but no longer than `ms` milliseconds of the machine's time. Resolves with whether it has ended. Rejects when
 * `work` does so in time.
 */
export async function finishedWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let cancel = () => {}
  const timeUp = new Promise<false>((resolve) => {
    cancel = systemClock.setTimer(() => resolve(false), later(systemClock.now(), ms))
  })
  try {
    return await Promise.race([work.then(() => true), timeUp])
  } finally {
    cancel()
  }
}
