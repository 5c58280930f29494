import { expect, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { type KillReport, killAgainAndAgain } from './kill.ts'
import { seed } from './seed.ts'

/** `SSSBOT_ROUNDS=200` runs longer. */
const rounds = Number(process.env.SSSBOT_ROUNDS ?? 50)

function tell(where: string, { roundMs, errorsSeen, declaredDespiteError }: KillReport): void {
  const total = roundMs.reduce((sum, ms) => sum + ms, 0)
  const longest = Math.max(...roundMs)
  console.info(
    `${where}, seed ${seed}: ${roundMs.length} rounds in ${Math.round(total / 1000)} s, the longest ${longest} ms; ` +
      `${errorsSeen} forms failed, of which ${declaredDespiteError} had declared`,
  )
}

test(`killed ${rounds} times on the embedded database, nothing is lost or doubled`, {
  timeout: patient(rounds * 30_000),
}, async () => {
  const report = await killAgainAndAgain({ seed, rounds })
  tell('PGlite', report)
  expect(report.found).toEqual([])
})

test('replicas on PostgreSQL take over from each other', { timeout: patient(900_000) }, async () => {
  const report = await killAgainAndAgain({ seed, rounds: Math.ceil(rounds / 5), databaseUrl: await serverUrl() })
  tell('PostgreSQL with two replicas', report)
  expect(report.found).toEqual([])
})
