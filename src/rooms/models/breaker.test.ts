import { expect, test } from 'vitest'
import { later } from '../../kit/clock.ts'
import { createBreaker } from './breaker.ts'

const now = new Date('2026-11-23T05:00:00Z')

test('a model that fails five times in a row is left alone for a minute, then tried once', () => {
  const breaker = createBreaker()
  for (let n = 0; n < 5; n++) {
    expect(breaker.mayAsk('m', now)).toBe(true)
    breaker.note('m', false, now)
  }
  expect(breaker.mayAsk('m', later(now, 59_000))).toBe(false)
  expect(breaker.mayAsk('other', now)).toBe(true)
  expect([breaker.mayAsk('m', later(now, 60_000)), breaker.mayAsk('m', later(now, 60_000))]).toEqual([true, false])
  breaker.note('m', false, later(now, 60_000))
  expect(breaker.mayAsk('m', later(now, 179_000))).toBe(false)
  expect(breaker.mayAsk('m', later(now, 180_000))).toBe(true)
  breaker.note('m', true, later(now, 180_000))
  expect(breaker.mayAsk('m', later(now, 180_000))).toBe(true)
})
