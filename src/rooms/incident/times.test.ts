import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemOf, type TimeField, type Times, timeFields } from './times.ts'

const base = new Date('2026-11-23T05:00:00Z').getTime()
const now = new Date(base + 100 * 60_000)
const moment = fc.option(fc.integer({ min: 0, max: 99 }).map((minutes) => new Date(base + minutes * 60_000)))
const anyTimes: fc.Arbitrary<Times> = fc.record(
  Object.fromEntries(timeFields.map((field) => [field, moment])) as Record<TimeField, typeof moment>,
)
const nothing: Times = {
  occurred_at: null,
  detected_at: null,
  declared_at: null,
  handler_taken_at: null,
  recovered_at: null,
  completed_at: null,
}
const at = (minutes: number) => new Date(base + minutes * 60_000)

describe('when things can have happened', () => {
  test('in the order of the process, all is well', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 6 }), (minutes) => {
        const sorted = minutes.toSorted((a, b) => a - b)
        const times = Object.fromEntries(timeFields.map((field, n) => [field, at(sorted[n] ?? 0)])) as Times
        expect(problemOf(times, { changed: timeFields, needed: timeFields, now })).toBeUndefined()
      }),
    )
  })

  test('what is refused is named at a field that was changed, and what nobody touched holds nobody up', () => {
    fc.assert(
      fc.property(anyTimes, fc.subarray([...timeFields]), (times, changed) => {
        const problem = problemOf(times, { changed, needed: [], now })
        if (problem) expect(changed).toContain(problem.field)
        if (changed.length === 0) expect(problem).toBeUndefined()
      }),
    )
  })

  test('recovery may come before anybody declared, and everything may share a minute', () => {
    const times = { ...nothing, declared_at: at(10), recovered_at: at(5) }
    expect(problemOf(times, { changed: ['recovered_at'], needed: [], now })).toBeUndefined()
    const sameMinute = { ...nothing, occurred_at: new Date(at(10).getTime() + 59_000), detected_at: at(10) }
    expect(problemOf(sameMinute, { changed: ['detected_at'], needed: [], now })).toBeUndefined()
  })

  test('nothing is in the future, and what has happened has a time', () => {
    const late = { ...nothing, occurred_at: at(101) }
    expect(problemOf(late, { changed: ['occurred_at'], needed: [], now })).toMatchObject({ is: 'in-future' })
    expect(problemOf(nothing, { changed: ['declared_at'], needed: ['declared_at'], now })).toMatchObject({
      is: 'needed',
      field: 'declared_at',
    })
  })
})
