import { expect, test, vi } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { createLog } from '../../src/kit/log.ts'
import { type Bot, startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'

vi.setConfig({ testTimeout: patient(90_000) })

/** A minute of patience is a second here. */
const strangerTimes = { settle: 200, patience: 1_000, again: 500, heartbeat: 60_000 }

/** A bot beside others on the same app, and its warnings of them. */
async function install(sandbox: { url: string }, database: string) {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  const bot = await startBot({ sandbox, database, log, strangerTimes })
  return {
    ...bot,
    warnings: () => lines.filter((line) => line.includes('"level":40') && line.includes('Another installation')),
    relief: () => lines.filter((line) => line.includes('No other installation listens')),
  }
}

const strangersOf = async ({ app }: Bot) => (await app.status()).otherConnections

test('two replicas are one installation, another on the same app is warned of on both sides, and forgotten when it has gone', async () => {
  const sandbox = await createSandbox({ rateLimits: false })
  const database = await serverUrl()
  const one = await install(sandbox, database)
  const other = await install(sandbox, database)
  // Both are greeted once more, and have looked how many there are.
  await one.driver.refreshSocket()
  await until(async () => {
    const rows = await one.app.world.db.read.selectFrom('listeners').select('connections').execute()
    expect(rows.map(({ connections }) => connections)).toEqual([2, 2])
  })
  expect([await strangersOf(one), await strangersOf(other)]).toEqual([0, 0])
  expect([...one.warnings(), ...other.warnings()]).toEqual([])

  const stranger = await install(sandbox, 'memory')
  // Each process has two connections.
  await until(async () => expect(await strangersOf(stranger)).toBe(4))
  expect(stranger.warnings()).toHaveLength(1)
  // Slack says it to the others when it renews a connection of theirs, as it does every few hours: to whose the oldest is.
  await one.driver.refreshSocket(1)
  const ours = [one, other]
  const seen = () => Promise.all(ours.map(strangersOf))
  await until(async () => expect(await seen()).toContain(2))
  expect(ours.flatMap(({ warnings }) => warnings().map((line) => JSON.parse(line)))).toMatchObject([{ connections: 2 }])

  await stranger.stop()
  await until(async () => expect(await seen()).toEqual([0, 0]))
  expect(ours.flatMap(({ relief }) => relief())).toHaveLength(1)
  await one.stop()
  await other.stop()
  await sandbox.close()
})
