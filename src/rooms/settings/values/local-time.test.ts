import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, momentOn, plusDays } from './local-time.ts'

/** Zones that change their clocks by an hour, by half an hour, at midnight, by a whole day, and never. */
const zones = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Beirut',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'UTC',
]
const clockIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(at)

test.each([
  ['skipped by an hour', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['the last before the skip', '2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00Z'],
  ['the first after the skip', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00Z'],
  ['shown twice: the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['after the repetition', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00Z'],
  ['skipped by half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  ['midnight itself is skipped', '2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:30:00Z'],
  ['a day that was skipped whole', '2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T20:00:00Z'],
  ['no change', '2026-03-08', '02:30', 'Asia/Tokyo', '2026-03-07T17:30:00Z'],
])('%s', (_, day, time, zone, at) => {
  expect(momentOn(day, time, zone).toISOString()).toBe(at.replace('Z', '.000Z'))
})

const day = fc.integer({ min: 0, max: 365 * 30 }).map((days) => plusDays('2010-01-01', days))
const minute = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)

test('in every zone clocks show the time then, for the first time; or they skip it, and it is later on that day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, minute, (zone, on, time) => {
      const at = momentOn(on, time, zone)
      const shows = (moment: Date) => dayIn(zone, moment) === on && clockIn(zone, moment) === time
      for (const minutes of [30, 60, 24 * 60]) expect(shows(new Date(at.getTime() - minutes * 60_000))).toBe(false)
      if (shows(at)) return
      // Nothing near shows it: it was skipped, and what is answered lies behind it.
      for (let step = -120; step <= 120; step += 15) expect(shows(new Date(at.getTime() + step * 60_000))).toBe(false)
      expect(`${dayIn(zone, at)} ${clockIn(zone, at)}` > `${on} ${time}`).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
