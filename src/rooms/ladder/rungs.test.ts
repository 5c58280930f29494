import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsSchema } from '../settings/index.ts'
import { onLadder, rungsOf } from './rungs.ts'

const settings = (rest: object = {}) => settingsSchema.parse({ services: { a: { name: 'A' } }, ...rest })
/** 14:00 on Monday the 23rd in Tokyo. */
const recoveredAt = new Date('2026-11-23T05:00:00Z')
const told = (due: string, rest?: object) =>
  rungsOf({ recoveredAt, due }, settings(rest)).map(({ stage, at }) => `${stage} ${at.toISOString().slice(0, 16)}`)

describe('the reminders of a postmortem', () => {
  test('the day after, the day before, the day, and a week apart when it has passed', () => {
    expect(told('2026-11-30', { postmortem: { overdue_reminders: 2 } })).toEqual([
      'after 2026-11-24T01:00',
      'before 2026-11-29T01:00',
      'due 2026-11-30T01:00',
      'overdue 2026-12-01T01:00',
      'overdue 2026-12-08T01:00',
    ])
  })

  test('are one a day where the due day is near', () => {
    const rest = { postmortem: { overdue_reminders: 1 } }
    expect(told('2026-11-25', rest).slice(0, 2)).toEqual(['before 2026-11-24T01:00', 'due 2026-11-25T01:00'])
    expect(told('2026-11-24', rest).slice(1)).toEqual(['due 2026-11-24T01:00', 'overdue 2026-11-25T01:00'])
  })

  test('come at the time of the settings, where they are read', () => {
    const rest = { timezone: 'Europe/London', postmortem: { remind_at: '09:30' } }
    expect(told('2026-11-30', rest)[0]).toBe('after 2026-11-24T09:30')
  })
})

const day = fc
  .date({ min: new Date('2026-11-20'), max: new Date('2027-02-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const moment = fc.date({ min: new Date('2026-11-23'), max: new Date('2027-03-01'), noInvalidDate: true })

test('whenever one looks, at most one is said, everything said lies behind, and what comes next ahead', () => {
  fc.assert(
    fc.property(day, moment, moment, (due, one, other) => {
      const [from, now] = one < other ? [one, other] : [other, one]
      const rungs = rungsOf({ recoveredAt, due }, settings())
      const found = onLadder(rungs, from, now)
      if (found.due) expect(found.due.at > from && found.due.at <= now).toBe(true)
      if (found.next) expect(found.next.at > now).toBe(true)
      const days = rungs.map(({ at }) => at.toISOString().slice(0, 10))
      expect(new Set(days).size).toBe(days.length)
      // However the clock is cut up, the last rung before now is heard of exactly once.
      expect(onLadder(rungs, now, now).due).toBeUndefined()
      for (const { at } of rungs) expect(onLadder(rungs, at, at).due).toBeUndefined()
    }),
  )
})
