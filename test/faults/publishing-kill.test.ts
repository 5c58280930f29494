import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { killWhilePublishing } from './publishing-kill.ts'

test('killed after its pull request is made, the bot makes one', { timeout: patient(180_000) }, async () => {
  const route = 'POST /repos/{owner}/{repo}/pulls'
  expect(await killWhilePublishing([{ route, when: 'after' }])).toEqual([])
})
