import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration.ts'

test.each([
  ['15m', 900_000],
  ['2s', 2000],
  ['1h30m', 5_400_000],
  ['3d', 259_200_000],
  ['90m', 5_400_000],
])('%s is %i ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each(['', '15', 'm', '15 m', '1m1h', '-5m', '1.5h', '15M'])('%j is no length of time', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

test('what is written can be read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 * 86_400 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000)
    }),
  )
})
