import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digest, nextDigest } from './upkeep.ts'

const everyDay = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }
const shown = (at: Date | undefined, timeZone: string) =>
  at && new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)

describe('when the digest is due', () => {
  test.each([
    ['before ten it is today', '2026-11-24T00:59:00Z', 'Asia/Tokyo', '2026-11-24 10:00'],
    ['at ten it is the next day', '2026-11-24T01:00:00Z', 'Asia/Tokyo', '2026-11-25 10:00'],
    ['after Friday it is Monday', '2026-11-27T02:00:00Z', 'Asia/Tokyo', '2026-11-30 10:00'],
    ['the day before clocks go forward', '2026-03-28T12:00:00Z', 'Europe/London', '2026-03-30 10:00'],
  ])('%s', (_what, after, timezone, due) => {
    expect(shown(nextDigest({ digest: digest.parse({}), timezone }, new Date(after)), timezone)).toBe(due)
  })

  test('a time that clocks skip is still a time, and one that they show twice is told once', () => {
    const at = (time: string) => ({ digest: digest.parse({ ...everyDay, at: time }), timezone: 'Europe/London' })
    const skipped = nextDigest(at('01:30'), new Date('2026-03-28T12:00:00Z'))
    expect(shown(skipped, 'Europe/London')).toMatch(/^2026-03-29 0[02]:30$/)
    const first = nextDigest(at('01:30'), new Date('2026-10-24T12:00:00Z'))
    const second = nextDigest(at('01:30'), first ?? new Date())
    expect(shown(first, 'Europe/London')).toBe('2026-10-25 01:30')
    expect(shown(second, 'Europe/London')).toBe('2026-10-26 01:30')
  })

  test('always lies ahead, at most nine days, and shows the wanted time where no clock is put forward', () => {
    const zones = ['Asia/Tokyo', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC']
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (after, timezone) => {
          const due = nextDigest({ digest: digest.parse({}), timezone }, after)
          expect(due && due > after).toBe(true)
          expect((due?.getTime() ?? 0) - after.getTime()).toBeLessThan(9 * 86_400_000)
          expect(shown(due, timezone)).toMatch(/ 10:00$/)
        },
      ),
    )
  })

  test('off is never', () => {
    expect(nextDigest({ digest: 'off', timezone: 'Asia/Tokyo' }, new Date())).toBeUndefined()
  })
})
