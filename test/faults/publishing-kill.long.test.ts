import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { firstCalls } from './publishing.ts'
import { killWhilePublishing } from './publishing-kill.ts'

test('killed at any call to GitHub, the bot brings the document there once', {
  timeout: patient(600_000),
}, async () => {
  const points = firstCalls.flatMap((route) => [
    { route, when: 'before' as const },
    { route, when: 'after' as const },
  ])
  expect(await killWhilePublishing(points)).toEqual([])
})
