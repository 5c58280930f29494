import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { killAgainAndAgain } from './kill.ts'
import { seed } from './seed.ts'

test(`killed at any moment of a declaration, the bot finishes it once it is back (seed ${seed})`, {
  timeout: patient(180_000),
}, async () => {
  const report = await killAgainAndAgain({ seed, rounds: 1 })
  expect(report.found).toEqual([])
})
