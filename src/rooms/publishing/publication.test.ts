import { expect, test } from 'vitest'
import { branchFor, type Review, verdictOf } from './publication.ts'

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

test.each([
  ['../../etc/passwd', 'sssbot/postmortem-etc-passwd'],
  ['-rf', 'sssbot/postmortem-rf'],
  ['a.lock.lock', 'sssbot/postmortem-a'],
  ['a.LOCK.-', 'sssbot/postmortem-a'],
  ['[skip ci] @here closes #3', 'sssbot/postmortem-skip-ci-here-closes-3'],
  ['決済\u202egpj', 'sssbot/postmortem-決済-gpj'],
  ['half \ud83d', 'sssbot/postmortem-half'],
])('a branch carries nothing that git or GitHub acts on: %s', (slug, branch) => expect(branchFor(slug)).toBe(branch))

test('a name is never longer than a file system takes', () => {
  expect(Buffer.byteLength(branchFor('障'.repeat(200)))).toBeLessThan(200)
})
