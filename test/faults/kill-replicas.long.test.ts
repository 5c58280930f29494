import { expect, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { killAgainAndAgain, rounds, tell } from './kill.ts'
import { seed } from './seed.ts'

test('replicas on PostgreSQL take over from each other', { timeout: patient(900_000) }, async () => {
  const report = await killAgainAndAgain({ seed, rounds: Math.ceil(rounds / 5), databaseUrl: await serverUrl() })
  tell('PostgreSQL with two replicas', seed, report)
  expect(report.found).toEqual([])
})
