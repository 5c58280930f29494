import { type Cancel, type Clock, systemClock } from '../../src/kit/clock.ts'

/** A clock that runs as the machine's does, and can be put forward: what waits on it then need not be waited for. */
export type LeapingClock = Clock & {
  /** Puts the clock forward by `ms` milliseconds: timers that are due by then fire at once. */
  leap(ms: number): void
  /** Puts it forward to the earliest timer, if there is one. */
  leapToNext(): void
}

export function createLeapingClock(): LeapingClock {
  let ahead = 0
  const timers = new Set<{ at: number; arm(): void }>()
  const now = () => systemClock.now().getTime() + ahead

  const clock: LeapingClock = {
    now: () => new Date(now()),
    setTimer(fn, at) {
      let cancel: Cancel = () => {}
      const timer = {
        at: at.getTime(),
        arm() {
          cancel()
          cancel = systemClock.setTimer(
            () => {
              timers.delete(timer)
              return fn()
            },
            new Date(timer.at - ahead),
          )
        },
      }
      timers.add(timer)
      timer.arm()
      return () => {
        timers.delete(timer)
        cancel()
      }
    },
    leap(ms) {
      ahead += ms
      for (const timer of timers) timer.arm()
    },
    leapToNext() {
      const next = Math.min(...[...timers].map((each) => each.at))
      if (Number.isFinite(next)) clock.leap(Math.max(0, next - now()))
    },
  }
  return clock
}
