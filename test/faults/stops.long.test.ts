import { expect, test } from 'vitest'
import { seed } from './seed.ts'
import { stopAgainAndAgain } from './stops.ts'

test.each(Array.from({ length: 4 }, (_, n) => seed + n))(
  'bots that are started and stopped at any moment do once what they have acknowledged (seed %i)',
  { timeout: 600_000 },
  async (each) => {
    expect((await stopAgainAndAgain({ seed: each, rounds: 25 })).found).toEqual([])
  },
)
