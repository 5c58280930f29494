import { later, systemClock } from '../../../kit/clock.ts'

/** Waits for `work`, but no longer than `ms` milliseconds of the machine's time. Rejects when `work` does so in time. */
export async function finishedWithin(ms: number, work: Promise<unknown>): Promise<void> {
  let cancel = () => {}
  const timeUp = new Promise<void>((resolve) => {
    cancel = systemClock.setTimer(resolve, later(systemClock.now(), ms))
  })
  try {
    await Promise.race([work, timeUp])
  } finally {
    cancel()
  }
}
