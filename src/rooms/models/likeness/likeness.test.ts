import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cosine } from './likeness.ts'

const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })

test('what points the same way is alike, and likeness is never more than that', () => {
  expect(cosine([1, 2, 3], [2, 4, 6])).toBeCloseTo(1)
  expect(cosine([1, 0], [0, 1])).toBe(0)
  expect(cosine([1, 0], [1, 0, 0])).toBe(0)
  expect(cosine([0, 0], [1, 0])).toBe(0)
  const tiny = 1.5717277847026288e-162
  expect(Math.abs(cosine([0, tiny], [-tiny, 0]))).toBe(0)
  fc.assert(
    fc.property(vector, vector, (one, other) => {
      expect(Math.abs(cosine(one, other))).toBeLessThanOrEqual(1 + 1e-9)
      expect(cosine(one, other)).toBeCloseTo(cosine(other, one))
    }),
  )
})
