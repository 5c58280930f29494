import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { killAgainAndAgain, rounds, tell } from './kill.ts'
import { seed } from './seed.ts'

/** What stands from earlier rounds is read again at each start: it gets no more than that in one workspace. */
const roundsInOnePlace = 10

const places = Array.from({ length: Math.ceil(rounds / roundsInOnePlace) }, (_, place) => ({
  seed: seed + place,
  rounds: Math.min(roundsInOnePlace, rounds - place * roundsInOnePlace),
}))

test.each(places)(
  'killed $rounds times on the embedded database, nothing is lost or doubled (seed $seed)',
  {
    timeout: patient(roundsInOnePlace * 30_000),
  },
  async (place) => {
    const report = await killAgainAndAgain(place)
    tell('PGlite', place.seed, report)
    expect(report.found).toEqual([])
  },
)
