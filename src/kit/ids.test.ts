import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createManualClock, later } from './clock.ts'
import { createIds, timeOfId } from './ids.ts'

const start = new Date('2026-04-01T03:00:00Z')

describe('ids', () => {
  test('carry their prefix and look alike', () => {
    expect(createIds(createManualClock(start)).next('inc')).toMatch(/^inc_[0-9a-hjkmnp-tv-z]{26}$/)
  })

  test('are the same for the same time and the same chance, so that a test can name them', () => {
    const make = () => createIds(createManualClock(start), (size) => new Uint8Array(size).fill(7)).next('inc')
    expect(make()).toBe(make())
  })

  test('sort in the order in which they were made, also many in one millisecond', async () => {
    const clock = createManualClock(start)
    const ids = createIds(clock)
    const made = Array.from({ length: 10_000 }, () => ids.next('inc'))
    await clock.advanceBy(50)
    made.push(...Array.from({ length: 10 }, () => ids.next('inc')))
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })

  test('stay in order when the clock is put back', () => {
    const times = [start, later(start, -5000)]
    const ids = createIds({ now: () => times.shift() ?? start, setTimer: () => () => {} })
    const first = ids.next('inc')
    expect(ids.next('inc') > first).toBe(true)
  })

  test('tell when they were made', () => {
    fc.assert(
      fc.property(fc.date({ min: start, max: new Date('2200-01-01'), noInvalidDate: true }), (moment) => {
        expect(timeOfId(createIds(createManualClock(moment)).next('inc'))).toEqual(moment)
      }),
    )
  })

  test('refuse a prefix or an id that is none', () => {
    expect(() => createIds(createManualClock()).next('Inc_')).toThrow(RangeError)
    expect(() => timeOfId('inc_12')).toThrow(RangeError)
  })

  test('tokens do not repeat and fit into a URL', () => {
    const ids = createIds(createManualClock())
    expect(ids.token()).toMatch(/^[\w-]{43}$/)
    expect(ids.token()).not.toBe(ids.token())
  })
})
