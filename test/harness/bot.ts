import { readFile } from 'node:fs/promises'
import { parse, stringify } from 'yaml'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { type App, startApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Clock } from '../../src/kit/clock.ts'
import { type Log, silentLog } from '../../src/kit/log.ts'
import { formatProblems, parseSettings, type Settings } from '../../src/rooms/settings/index.ts'
import { memoryImage } from './database.ts'

const sample = new URL('../../sssbot.yaml', import.meta.url)

export type BotOptions = {
  /** The workspace it speaks with; the caller closes it, after the bot. */
  sandbox: { url: string }
  /** A whole settings file as YAML, or what differs from the project's own `sssbot.yaml` (lists are replaced whole). */
  settings?: string | Overrides
  /** A PGlite of its own in memory (the default), or the address of a PostgreSQL database. */
  database?: 'memory' | (string & {})
  /** The data folder of a PGlite that outlives the bot, instead of `database`. */
  dataDir?: string
  /** The time of timers and timestamps; the machine's by default. */
  clock?: Clock
  /** The time of Slack's budgets and of what waits for them; the machine's by default. */
  slackClock?: Clock
  /** Silent by default. */
  log?: Log
  /** The port at which Slack's signed requests come; without it Socket Mode. */
  signedHttp?: number
  /** How long it waits before it takes other connections for another installation's; the usual times by default. */
  strangerTimes?: NonNullable<Parameters<typeof startApp>[0]['strangerTimes']>
  /** Gives the start up. */
  signal?: AbortSignal
  /** What else the environment says. */
  config?: Partial<Config>
  /** Secrets of the environment, by the names of their variables; none by default. Asked for anew each time. */
  secrets?: () => Readonly<Record<string, string>>
}

export type Overrides = { [name: string]: unknown }

export type Bot = {
  app: App
  /** Acts as the people of the workspace, and sees all of it. */
  driver: Driver
  /** Other settings from now on, as after saving the file. */
  configure(settings: string | Overrides): Promise<void>
  stop(): Promise<void>
  /** Stops it, if that has not been done: `await using` keeps a story that fails from spoiling those after it. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts the whole bot in this process, connected to a sandbox, on a free port. */
export async function startBot({
  sandbox,
  settings = {},
  dataDir,
  database = 'memory',
  clock,
  slackClock,
  log,
  signedHttp,
  strangerTimes,
  signal,
  config = {},
  secrets = () => ({}),
}: BotOptions): Promise<Bot> {
  /** Stories that use the shared token do so in people's names, and as often as they like, unless they say otherwise. */
  const settingsOf = (given: string | Overrides) =>
    settingsFrom(
      typeof given === 'string' || !secrets().SSSBOT_API_TOKEN ? given : (merged(naming, given) as Overrides),
    )
  let inForce = await settingsOf(settings)
  const app = await startApp({
    config: {
      ...configFor(sandbox.url, database, dataDir),
      ...(signedHttp ? { transport: 'http' as const, port: signedHttp } : {}),
      secret: (name) => secrets()[name],
      apiToken: secrets().SSSBOT_API_TOKEN,
      ...config,
    },
    settings: () => inForce,
    log: log ?? silentLog,
    ...(signal ? { signal } : {}),
    ...(strangerTimes ? { strangerTimes } : {}),
    ...(clock ? { clock } : {}),
    ...(slackClock ? { slackClock } : {}),
    ...(database === 'memory' && !dataDir ? { memory: await memoryImage() } : {}),
  })
  return {
    app,
    driver: createDriver(sandbox.url),
    async configure(changed) {
      inForce = await settingsOf(changed)
      await app.settingsChanged()
    },
    stop: () => app.stop(),
    [Symbol.asyncDispose]: () => app.stop(),
  }
}

const naming = { api: { may_name_people: true, limits: { reads: 100_000, writes: 100_000 } } }

/** What was read from these texts before: stories ask for the same few again and again. */
const read = new Map<string, Settings>()

/** The settings of a story, checked as a file is. Throws with every problem in words. */
export async function settingsFrom(settings: string | Overrides): Promise<Settings> {
  const text = await settingsText(settings)
  const known = read.get(text)
  if (known) return known
  const parsed = parseSettings(text, 'sssbot.yaml')
  if (!parsed.ok) throw new Error(formatProblems(parsed.problems, 'en'))
  read.set(text, parsed.settings)
  return parsed.settings
}

/** What the project's own file says. */
let standard: unknown

/** The text of a settings file: the project's own, with `overrides` in place of what it says. */
export async function settingsText(settings: string | Overrides): Promise<string> {
  if (typeof settings === 'string') return settings
  standard ??= parse(await readFile(sample, 'utf8'))
  return stringify(merged(standard, settings))
}

function merged(below: unknown, above: unknown): unknown {
  if (!isPlain(below) || !isPlain(above)) return above
  const all = { ...below }
  for (const [key, value] of Object.entries(above)) all[key] = key in below ? merged(below[key], value) : value
  return all
}

const isPlain = (value: unknown): value is Overrides =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function configFor(sandboxUrl: string, database: string, dataDir = ''): Omit<Config, 'secret'> {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database === 'memory' ? undefined : database,
    dataDir,
    settingsPath: '',
    transport: 'socket',
    slack: {
      botToken: 'xoxb-sandbox',
      appToken: 'xapp-sandbox',
      signingSecret: 'sandbox',
      apiUrl: `${sandboxUrl}/api/`,
      isSandbox: true,
    },
    sandboxUrl,
    signIn: { issuer: sandboxUrl, clientId: 'sandbox', clientSecret: 'sandbox' },
  }
}
