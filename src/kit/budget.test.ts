import { expect, test } from 'vitest'
import { createBudgets } from './budget.ts'

test('what is spent comes back evenly, and one who floods is in nobody else’s way', () => {
  let at = 0
  const spend = createBudgets({ now: () => new Date(at) } as never)
  const three = { most: 3, perMs: 60_000 }
  expect([1, 2, 3].map(() => spend('a', three))).toEqual([undefined, undefined, undefined])
  expect(spend('a', three)).toBe(20_000)
  expect(spend('b', three)).toBeUndefined()
  at = 19_999
  expect(spend('a', three)).toBe(1)
  at = 20_000
  expect(spend('a', three)).toBeUndefined()
  expect(spend('a', three)).toBe(20_000)
  // Whoever asks on and on waits no longer for it.
  expect([1, 2, 3, 4].map(() => spend('a', three)).at(-1)).toBe(20_000)
  // A clock that is put back keeps nobody out.
  at = -3_600_000
  expect(spend('a', three)).toBeUndefined()
})

test('so many are remembered and no more', () => {
  const spend = createBudgets({ now: () => new Date(0) } as never)
  const one = { most: 1, perMs: 1000 }
  for (let n = 0; n < 10_001; n++) spend(`who ${n}`, one)
  expect(spend('who 10000', one)).toBe(1000)
  expect(spend('who 0', one)).toBeUndefined()
})
