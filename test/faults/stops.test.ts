import { beforeAll, expect, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { seed } from './seed.ts'
import { stopAgainAndAgain } from './stops.ts'

// The first database waits for the server to be set up.
beforeAll(() => serverUrl())

test('bots that are started and stopped at any moment do once what they have acknowledged', async () => {
  expect((await stopAgainAndAgain({ seed, rounds: 5 })).found).toEqual([])
})
