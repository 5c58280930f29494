import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createManualClock, later, sleep, systemClock } from './clock.ts'

describe('a clock moved by hand', () => {
  const start = new Date('2026-04-01T03:00:00Z')

  test('stands still until it is moved', () => {
    const clock = createManualClock(start)
    expect(clock.now()).toEqual(start)
    expect(clock.now()).toEqual(start)
  })

  test('fires what is due, in order, each at its own moment, and waits for it', async () => {
    const clock = createManualClock(start)
    const seen: string[] = []
    const note = (name: string) => async () => {
      await Promise.resolve()
      seen.push(`${name} ${clock.now().toISOString().slice(11, 16)}`)
    }
    clock.setTimer(note('second'), later(start, 20 * 60_000))
    clock.setTimer(note('first'), later(start, 15 * 60_000))
    clock.setTimer(note('later'), later(start, 61 * 60_000))
    await clock.advanceBy(60 * 60_000)
    expect(seen).toEqual(['first 03:15', 'second 03:20'])
    expect(clock.nextDue()).toEqual(later(start, 61 * 60_000))
  })

  test('a timer that sets the next one runs a whole series in one move', async () => {
    const clock = createManualClock(start)
    let checkpoints = 0
    const checkpoint = () => {
      checkpoints++
      clock.setTimer(checkpoint, later(clock.now(), 15 * 60_000))
    }
    checkpoint()
    await clock.advanceBy(60 * 60_000)
    expect(checkpoints).toBe(5)
  })

  test('a cancelled timer stays silent', async () => {
    const clock = createManualClock(start)
    const fn = vi.fn()
    clock.setTimer(fn, later(start, 1000))()
    await clock.advanceBy(5000)
    expect(fn).not.toHaveBeenCalled()
  })

  test('refuses to go back', async () => {
    await expect(createManualClock(start).advanceTo(later(start, -1))).rejects.toThrow('cannot go back')
  })

  test('a sleeper wakes when its time has come, or at once when called off', async () => {
    const clock = createManualClock(start)
    const woken = sleep(clock, 1000)
    await clock.advanceBy(1000)
    await woken
    const caller = new AbortController()
    const slept = sleep(clock, 1000, caller.signal)
    caller.abort(new Error('called off'))
    await expect(slept).rejects.toThrow('called off')
    expect(clock.nextDue()).toBeUndefined()
  })
})

describe("the machine's clock", () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-04-01T00:00:00Z') }))
  afterEach(() => void vi.useRealTimers())

  test('waits longer than setTimeout can (24.8 days)', () => {
    const fn = vi.fn()
    const days = 24 * 3600_000
    systemClock.setTimer(fn, later(systemClock.now(), 40 * days))
    vi.advanceTimersByTime(39.9 * days)
    expect(fn).not.toHaveBeenCalled()
    vi.advanceTimersByTime(0.2 * days)
    expect(fn).toHaveBeenCalledTimes(1)
  })

  test('notices within half a minute that the wall clock was put forward', () => {
    const fn = vi.fn()
    systemClock.setTimer(fn, later(systemClock.now(), 3600_000))
    vi.setSystemTime(later(systemClock.now(), 2 * 3600_000))
    vi.advanceTimersByTime(30_000)
    expect(fn).toHaveBeenCalledTimes(1)
  })

  test('waits on when the wall clock was put back', () => {
    const fn = vi.fn()
    systemClock.setTimer(fn, later(systemClock.now(), 10_000))
    vi.setSystemTime(later(systemClock.now(), -60_000))
    vi.advanceTimersByTime(30_000)
    expect(fn).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(fn).toHaveBeenCalledTimes(1)
  })

  test('a timer due in the past fires soon, but never before setTimer has returned', () => {
    const fn = vi.fn()
    systemClock.setTimer(fn, later(systemClock.now(), -1000))
    expect(fn).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fn).toHaveBeenCalledTimes(1)
  })
})
