import { expect, test } from 'vitest'
import { proposedReview } from './review.ts'

test.each([
  ['the working day before it is due', '2026-11-27', '2026-11-23', '2026-11-26T05:00'],
  ['not on a weekend', '2026-11-30', '2026-11-23', '2026-11-27T05:00'],
  ['the next working day, where that is gone', '2026-11-24', '2026-11-23', '2026-11-24T05:00'],
  ['also over a weekend', '2026-11-20', '2026-11-27', '2026-11-30T05:00'],
])('a review is proposed: %s', (_, due, today, at) => {
  expect(proposedReview(due, today, 'Asia/Tokyo').toISOString().slice(0, 16)).toBe(at)
})
