import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import type { Config } from '../../src/config.ts'
import type { Finding } from '../../src/doctor/check.ts'
import type { Machine } from '../../src/doctor/grounds.ts'
import { examination, type Line } from '../../src/doctor/lines.ts'
import { thisMachine } from '../../src/doctor/machine.ts'
import { standAlone } from '../../src/doctor/stand-alone.ts'
import { createAsk } from '../../src/edges/worker/ask.ts'
import { createPost } from '../../src/edges/worker/post.ts'
import { type Clock, later, systemClock } from '../../src/kit/clock.ts'
import type { Locale } from '../../src/kit/i18n/index.ts'
import { type Overrides, settingsText } from '../harness/bot.ts'
import { patience } from '../harness/patience.ts'

/** How one installation is: what is not said is as it should be. */
export type Installation = {
  /** What differs from the project's own settings, or the text of another file; null: there is none. */
  settings?: string | Overrides | null
  slack?: Partial<Config['slack']>
  config?: Partial<Config>
  secrets?: Readonly<Record<string, string>>
  machine?: Partial<Machine>
  /** How far the machine's clock is ahead, in milliseconds. */
  aheadMs?: number
  tries?: boolean
  /** The bot runs, and counts so many connections of others. */
  running?: { strangers: number }
  /** A person is there, who reads how far it is and does what is asked. */
  person?: (words: string) => unknown
}

/** A workspace, and doctors who look at installations that use it. */
export interface Ward {
  readonly sandbox: Sandbox
  readonly driver: Driver
  /** A folder for what a story writes. */
  readonly folder: string
  /** Everything that a doctor tells of an installation. */
  lines(installation?: Installation, locale?: Locale): Promise<Line[]>
  findings(installation?: Installation, locale?: Locale): Promise<Finding[]>
  close(): Promise<void>
}

export async function openWard(): Promise<Ward> {
  // Each examination spends a minute's budget of some methods.
  const sandbox = await createSandbox({ rateLimits: false, slowness: patience })
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  let n = 0
  const ward: Ward = {
    sandbox,
    driver: createDriver(sandbox.url),
    folder,
    async lines(
      { settings = {}, slack, config, secrets = {}, machine, aheadMs = 0, tries = false, running, person } = {},
      locale = 'en',
    ) {
      const settingsPath = join(folder, `sssbot-${n++}.yaml`)
      if (settings !== null) await writeFile(settingsPath, await settingsText(settings))
      const parts = standAlone({
        config: {
          port: 0,
          host: '127.0.0.1',
          databaseUrl: undefined,
          dataDir: join(folder, 'bot'),
          settingsPath,
          transport: 'socket',
          sandboxUrl: sandbox.url,
          secret: (name) => secrets[name],
          ...config,
          slack: {
            botToken: 'xoxb-sandbox',
            appToken: 'xapp-sandbox',
            signingSecret: 'sandbox',
            apiUrl: `${sandbox.url}/api/`,
            isSandbox: true,
            ...slack,
          },
        },
        locale,
        tries,
        waits: person !== undefined,
        post: createPost(systemClock),
        ask: createAsk(systemClock),
        machine: { ...thisMachine, node: '24.0.0', ...machine },
        clock: shifted(aheadMs),
        signal: new AbortController().signal,
      })
      const held = running && { isRunning: true, strangers: () => running.strangers }
      const lines: Line[] = []
      for await (const line of examination({ ...parts, ...held })) {
        lines.push(line)
        if ('progress' in line) await person?.(line.progress)
      }
      return lines
    },
    findings: async (installation, locale) =>
      (await ward.lines(installation, locale)).flatMap((line) => ('check' in line ? line.check : [])),
    async close() {
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return ward
}

/** The machine's clock, set wrong. */
const shifted = (byMs: number): Clock => ({
  now: () => later(systemClock.now(), byMs),
  setTimer: (fn, at) => systemClock.setTimer(fn, later(at, -byMs)),
})
