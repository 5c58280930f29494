import { expect, test } from 'vitest'
import { killWhilePublishing } from './publishing-kill.ts'

test('killed before and after its pull request is made, the bot makes one', { timeout: 180_000 }, async () => {
  const route = 'POST /repos/{owner}/{repo}/pulls'
  expect(
    await killWhilePublishing([
      { route, when: 'after' },
      { route, when: 'before' },
    ]),
  ).toEqual([])
})
