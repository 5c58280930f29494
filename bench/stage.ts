import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDriver, type Driver } from '../sandbox/server/testing/driver.ts'
import { botRun } from '../scripts/setup/bot.mjs'
import { freePort, type Process, startProcess } from './processes.ts'

/** A database to measure on: PGlite in a folder of its own, or a server. */
export type Place = { name: 'PGlite' } | { name: 'PostgreSQL'; url: string }

export type Stage = {
  sandboxUrl: string
  driver: Driver
  /** Starts the bot as `npm run bot` does, with these settings; in a folder of its own and on the stage's sandbox unless told otherwise. */
  startBot(
    place: Place,
    settings: string,
    options?: { dataDir?: string; slackPort?: number },
  ): Promise<Process & { url: string }>
  /** The name of a folder that nobody uses. */
  newFolder(): string
  end(): Promise<void>
}

/** The sandbox as a process of its own, in a temporary folder, without Slack's rate limits. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-bench-'))
  const port = await freePort()
  const sandboxUrl = `http://127.0.0.1:${port}`
  const common = { SANDBOX_PORT: String(port), SSSBOT_DATA: folder }
  const sandbox = await startProcess(
    ['sandbox/main.ts'],
    { ...common, SANDBOX_RATE_LIMITS: 'off' },
    async () => (await fetch(`${sandboxUrl}/healthz`)).ok,
  )
  let started = 0
  return {
    sandboxUrl,
    driver: createDriver(sandboxUrl),
    newFolder: () => join(folder, `data-${++started}`),
    async startBot(place, settings, { dataDir, slackPort } = {}) {
      const n = ++started
      const file = join(folder, `settings-${n}.yaml`)
      await writeFile(file, settings)
      const botPort = await freePort()
      const url = `http://127.0.0.1:${botPort}`
      const bot = await startProcess(
        botRun,
        {
          ...common,
          SSSBOT_DATA: dataDir ?? join(folder, `bot-${n}`),
          SSSBOT_CONFIG: file,
          PORT: String(botPort),
          ...(slackPort ? { SANDBOX_PORT: String(slackPort) } : {}),
          ...(place.name === 'PostgreSQL' ? { DATABASE_URL: place.url } : {}),
        },
        async () => (await fetch(`${url}/readyz`)).ok,
      )
      return { ...bot, url }
    },
    async end() {
      await sandbox.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
