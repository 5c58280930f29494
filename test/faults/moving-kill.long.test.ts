import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { killWhileMoving, steps } from './moving-kill.ts'

// Three steps each, so that a busy machine comes to its end with them.
test.each([
  [steps.slice(0, 3).join(', '), steps.slice(0, 3)],
  [steps.slice(3, 6).join(', '), steps.slice(3, 6)],
  [steps.slice(6).join(', '), steps.slice(6)],
])(
  'killed in a private incident’s move at %s, the bot brings it to its end once, and nobody else learns of it',
  {
    timeout: patient(600_000),
  },
  async (_, methods) => {
    const points = methods.flatMap((method) => [
      { method, done: false },
      { method, done: true },
    ])
    expect(await killWhileMoving(points)).toEqual([])
  },
)
