import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsSchema } from '../settings.ts'
import { dayIn, momentOn, weekdayOf } from '../values/local-time.ts'
import { nextBoard } from './actions.ts'
import { isAtWork, type WorkingSettings, whenAtWork, workingDayFrom, workingHours } from './working-hours.ts'

const at = (text: string) => new Date(text)
const settingsOf = (given: unknown, timezone = 'Asia/Tokyo'): WorkingSettings => ({
  working_hours: workingHours.parse(given),
  timezone,
})
const tokyo = settingsOf({ holidays: ['japan', '2026-12-29'] })

test.each([
  ['within the hours it is now', '2026-11-24T10:00:00+09:00', '2026-11-24T10:00:00+09:00'],
  ['before them it is their beginning', '2026-11-24T03:00:00+09:00', '2026-11-24T09:00:00+09:00'],
  ['after them the next day', '2026-11-24T18:00:00+09:00', '2026-11-25T09:00:00+09:00'],
  ['on a Friday evening on Monday', '2026-11-27T19:00:00+09:00', '2026-11-30T09:00:00+09:00'],
  ['on 勤労感謝の日 the day after', '2026-11-23T14:00:00+09:00', '2026-11-24T09:00:00+09:00'],
  ['on a 振替休日, which no law names by its date', '2027-03-22T10:00:00+09:00', '2027-03-23T09:00:00+09:00'],
  ['on a day off of the company the day after', '2026-12-29T10:00:00+09:00', '2026-12-30T09:00:00+09:00'],
])('%s', (_, given, wanted) => {
  expect(whenAtWork(tokyo, at(given))).toEqual(at(wanted))
})

test('the hours are those of the clock on the wall, on both sides of a change', () => {
  const berlin = settingsOf({ days: ['sun', 'mon'], timezone: 'Europe/Berlin' })
  // Clocks went forward in the night to Sunday, 29 March 2026, and go back in the night to Sunday, 25 October.
  expect(whenAtWork(berlin, at('2026-03-29T00:30:00+01:00'))).toEqual(at('2026-03-29T09:00:00+02:00'))
  expect(whenAtWork(berlin, at('2026-10-25T00:30:00+02:00'))).toEqual(at('2026-10-25T09:00:00+01:00'))
})

test('without working hours any time will do', () => {
  expect(whenAtWork({ timezone: 'Asia/Tokyo' }, at('2026-11-22T03:00:00+09:00'))).toEqual(
    at('2026-11-22T03:00:00+09:00'),
  )
})

test('a calendar of days off alone holds nobody up for ever', () => {
  const off = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10))
  const now = at('2026-11-24T03:00:00+09:00')
  expect(whenAtWork(settingsOf({ holidays: off }), now)).toEqual(now)
})

test.each([
  [{ from: '18:00', to: '09:00' }],
  [{ holidays: ['2026-02-30'] }],
  [{ holidays: ['bavaria'] }],
  [{ days: [] }],
])('%j is refused', (given) => {
  expect(workingHours.safeParse(given).success).toBe(false)
})

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'] as const
const times = ['00:00', '01:00', '02:30', '03:00', '09:00', '12:30', '18:00', '23:59'] as const
const someHours = fc
  .record({
    from: fc.constantFrom(...times),
    to: fc.constantFrom(...times),
    days: fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 }),
    timezone: fc.constantFrom(...zones),
    holidays: fc.subarray(['japan', '2026-03-30', '2026-10-26', '2026-12-29']),
  })
  .filter(({ from, to }) => from < to)
const moments = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true })

test('never before it was wanted, always within the hours, and then at once', () => {
  fc.assert(
    fc.property(someHours, moments, (given, now) => {
      const settings = settingsOf(given)
      const then = whenAtWork(settings, now)
      expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(whenAtWork(settings, then)).toEqual(then)
      expect(isAtWork(settings, then)).toBe(true)
      const day = dayIn(given.timezone, then)
      expect(then >= momentOn(day, given.from, given.timezone)).toBe(true)
      expect(then < momentOn(day, given.to, given.timezone)).toBe(true)
      expect(workingDayFrom(settings, day)).toBe(day)
      expect(given.days).toContain(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][weekdayOf(day)])
    }),
  )
})

test('what was wanted later comes no sooner', () => {
  fc.assert(
    fc.property(someHours, moments, fc.nat(10 * 86_400_000), (given, now, more) => {
      const settings = settingsOf(given)
      const later = new Date(now.getTime() + more)
      expect(whenAtWork(settings, later).getTime()).toBeGreaterThanOrEqual(whenAtWork(settings, now).getTime())
    }),
  )
})

test('the weekly list of action items comes when people are at work: on the day after a holiday, once, and then on its own day again', () => {
  const settings = { ...tokyo, actions: settingsSchema.parse({ services: { a: { name: 'A' } } }).actions }
  const on = (text: string) => nextBoard(settings, at(text))
  // 2026-11-23 is a Monday and 勤労感謝の日.
  expect(on('2026-11-21T10:00:00+09:00')).toEqual(at('2026-11-24T09:00:00+09:00'))
  expect(on('2026-11-23T12:00:00+09:00')).toEqual(at('2026-11-24T09:00:00+09:00'))
  expect(on('2026-11-24T09:00:00+09:00')).toEqual(at('2026-11-30T10:00:00+09:00'))
  const whenever = { ...settings, working_hours: undefined }
  expect(nextBoard(whenever, at('2026-11-21T10:00:00+09:00'))).toEqual(at('2026-11-23T10:00:00+09:00'))
})
