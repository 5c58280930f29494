/**
 * The one source of time. Everything that asks what time it is, or wants to be called later, takes a `Clock`, so that a
 * test can hold time still and move it by hand.
 */

/** Stops a timer. Harmless when the timer has fired or was cancelled before. */
export type Cancel = () => void

export interface Clock {
  /** The present moment. */
  now(): Date
  /**
   * Calls `fn` once, at or just after `at`; at once (never synchronously) if `at` has passed. Holds for any distance and
   * follows a wall clock that is put forward or back. What `fn` throws is not caught here.
   */
  setTimer(fn: () => void | Promise<void>, at: Date): Cancel
}

/**
 * The longest single wait in milliseconds. A timer asks again at least this often what time it is: `setTimeout` runs on
 * the monotonic clock (so it misses a wall clock that jumps, or a laptop that slept) and takes at most 2^31-1 ms.
 */
const LONGEST_WAIT_MS = 30_000

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  setTimer(fn, at) {
    let handle: NodeJS.Timeout
    const wait = () => {
      handle = setTimeout(ring, Math.min(Math.max(at.getTime() - Date.now(), 0), LONGEST_WAIT_MS))
    }
    const ring = () => {
      if (Date.now() < at.getTime()) wait()
      else void fn()
    }
    wait()
    return () => clearTimeout(handle)
  },
}

/** The moment `ms` milliseconds after `from` (before it, when negative). */
export function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms)
}

/** Resolves after `ms` milliseconds of `clock`'s time; rejects with the signal's reason when `signal` aborts first. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const abort = () => {
      cancel()
      reject(signal?.reason)
    }
    const cancel = clock.setTimer(
      () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      },
      later(clock.now(), ms),
    )
    signal?.addEventListener('abort', abort, { once: true })
  })
}

export interface ManualClock extends Clock {
  /** Moves time to `at`, firing each due timer in order at its own moment and waiting for what it returns. */
  advanceTo(at: Date): Promise<void>
  /** Moves time forward by `ms` milliseconds, like {@link ManualClock.advanceTo}. */
  advanceBy(ms: number): Promise<void>
  /** Puts time back to `at`, as for a story that begins again. Timers stay set, each for its own moment. */
  rewindTo(at: Date): void
  /** When the earliest timer is due; undefined when none is set. */
  nextDue(): Date | undefined
}

/**
 * A clock that stands still until a test moves it.
 *
 * Timers set while time moves fire in the same move when they fall due within it. Moving back in time throws.
 */
export function createManualClock(start: Date | string = '2026-01-05T00:00:00Z'): ManualClock {
  let now = new Date(start)
  let order = 0
  const timers = new Set<{ fn: () => void | Promise<void>; at: number; order: number }>()

  const earliest = () => {
    let first: { fn: () => void | Promise<void>; at: number; order: number } | undefined
    for (const timer of timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer
    }
    return first
  }

  const clock: ManualClock = {
    now: () => new Date(now),
    setTimer(fn, at) {
      const timer = { fn, at: at.getTime(), order: order++ }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advanceTo(at) {
      if (at < now)
        throw new RangeError(`A manual clock cannot go back from ${now.toISOString()} to ${at.toISOString()}`)
      await settle()
      for (let timer = earliest(); timer && timer.at <= at.getTime(); timer = earliest()) {
        timers.delete(timer)
        now = new Date(Math.max(now.getTime(), timer.at))
        await timer.fn()
        await settle()
      }
      now = new Date(at)
    },
    advanceBy: (ms) => clock.advanceTo(later(now, ms)),
    rewindTo(at) {
      now = new Date(at)
    },
    nextDue() {
      const first = earliest()
      return first && new Date(first.at)
    },
  }
  return clock
}

/** Lets what is already resolved run on, so that timers which it sets are known. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
