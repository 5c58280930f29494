import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../../sandbox/server/index.ts'
import { settingsText } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patient } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'

const isUp = (bot: BotProcess) => until(async () => expect(await bot.isReady()).toBe(true))

test('two replicas that meet a new database at once both come up', { timeout: patient(240_000) }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-replicas-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  await writeFile(settingsPath, await settingsText({}))
  const sandbox = await createSandbox({ rateLimits: false })
  for (let time = 0; time < 4; time++) {
    const databaseUrl = await serverUrl()
    const ports = [await freePort(), await freePort()]
    const bots = ports.map((port) => startBotProcess({ sandbox, settingsPath, dataDir: folder, databaseUrl }, port))
    try {
      await Promise.all(bots.map(isUp))
    } finally {
      await Promise.all(bots.map((bot) => bot.kill()))
    }
  }
  await sandbox.close()
  await rm(folder, { recursive: true })
})
