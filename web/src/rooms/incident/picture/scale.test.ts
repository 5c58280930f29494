import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breaksOf, scaleOf } from './scale.ts'

const minute = 60_000
const day = 24 * 60 * minute
const place = { from: 0, to: 1000, breakWidth: 100 }

test('days beside minutes are shortened, and the minutes can be read', () => {
  const moments = [0, 5 * day, 5 * day + 2 * minute, 5 * day + 14 * minute]
  const breaks = breaksOf(moments)
  expect(breaks).toEqual([{ from: 0, to: 5 * day }])
  const x = scaleOf([0, 5 * day + 14 * minute], breaks, place)
  expect(moments.map((at) => Math.round(x(at)))).toEqual([0, 100, 229, 1000])
})

test('days before and days after it are shortened both', () => {
  const moments = [0, 5 * day, 5 * day + 14 * minute, 7 * day]
  expect(breaksOf(moments)).toHaveLength(2)
})

test('what can be read as it is stays to scale', () => {
  expect(breaksOf([0, 10 * minute, 30 * minute, 60 * minute])).toEqual([])
  expect(breaksOf([0, 3 * minute, 28 * minute])).toEqual([])
  expect(breaksOf([0, day])).toEqual([])
  expect(breaksOf([0])).toEqual([])
  expect(breaksOf([])).toEqual([])
})

test('what has lasted seconds or minutes only is not cut', () => {
  expect(breaksOf([0, 200, 9_000])).toEqual([])
  expect(breaksOf([0, minute, 40 * minute])).toEqual([])
})

test('whatever the moments, they stand in their order and within the picture', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 * day }), { minLength: 2, maxLength: 9 }), (some) => {
      const moments = some.toSorted((a, b) => a - b)
      const [first = 0, last = 0] = [moments.at(0), moments.at(-1)]
      const x = scaleOf([first, last], breaksOf(moments), place)
      const at = moments.map(x)
      expect(at.every((each) => each >= -1e-6 && each <= 1000 + 1e-6)).toBe(true)
      expect(at.every((each, n) => n === 0 || each >= (at[n - 1] ?? 0) - 1e-6)).toBe(true)
    }),
  )
})
