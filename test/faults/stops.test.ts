import { expect, test } from 'vitest'
import { seed } from './seed.ts'
import { stopAgainAndAgain } from './stops.ts'

test('bots that are started and stopped at any moment do once what they have acknowledged', async () => {
  expect((await stopAgainAndAgain({ seed, rounds: 5 })).found).toEqual([])
})
