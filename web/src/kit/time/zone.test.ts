import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { clock, dayOf, moment } from './words.ts'
import { momentAt, settleZone, wallOf } from './zone.ts'

afterAll(() => settleZone(Intl.DateTimeFormat().resolvedOptions().timeZone))

test('times stand in the company’s zone, wherever whoever looks is', () => {
  settleZone('Asia/Tokyo')
  const late = '2026-11-30T15:30:00.000Z'
  expect(moment(late, 'en')).toBe('1 Dec 2026, 00:30')
  expect(dayOf(late, 'ja')).toBe('2026/12/1（火）')
  expect(dayOf(late, 'en')).toBe('Tue 1 Dec 2026')
  // It is still the same day in UTC, and another one there.
  expect(clock(late, Date.parse('2026-11-30T14:00:00Z'), 'en')).toContain('1 Dec')
  settleZone('America/New_York')
  expect(moment(late, 'en')).toBe('30 Nov 2026, 10:30')
})

test('a zone that the browser does not know leaves the one before', () => {
  settleZone('Asia/Tokyo')
  settleZone('Asia/Atlantis')
  expect(wallOf(0)).toBe('1970-01-01T09:00')
})

test('whatever the zone and the moment, what the clocks show leads back to it', () => {
  const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']
  const minutes = fc.integer({ min: 20_000_000, max: 32_000_000 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      settleZone(zone)
      const wall = wallOf(minute * 60_000)
      // An hour that clocks show twice leads to one of the two.
      expect(wallOf(momentAt(wall))).toBe(wall)
    }),
  )
})
