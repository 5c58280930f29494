import { expect, test } from 'vitest'
import { type Review, verdictOf } from './publication.ts'

const review = (login: string, state: string): Review => ({ login, state })

test('of each person the last word counts, and one who wants changes outweighs who approved', () => {
  expect(verdictOf([])).toEqual({ verdict: 'none', by: null })
  expect(verdictOf([review('sato', 'CHANGES_REQUESTED'), review('sato', 'APPROVED')])).toEqual({
    verdict: 'approved',
    by: 'sato',
  })
  expect(verdictOf([review('sato', 'CHANGES_REQUESTED'), review('ito', 'APPROVED')])).toEqual({
    verdict: 'changes',
    by: 'sato',
  })
})

test('a comment takes nothing back, and a review that was dismissed counts no more', () => {
  expect(verdictOf([review('sato', 'APPROVED'), review('sato', 'COMMENTED')]).verdict).toBe('approved')
  expect(verdictOf([review('sato', 'APPROVED'), review('sato', 'DISMISSED')])).toEqual({ verdict: 'none', by: null })
  expect(
    verdictOf([review('ito', 'APPROVED'), review('sato', 'CHANGES_REQUESTED'), review('sato', 'DISMISSED')]),
  ).toEqual({ verdict: 'approved', by: 'ito' })
})
