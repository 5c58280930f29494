import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import type { App } from '../../src/app.ts'
import { createLog } from '../../src/kit/log.ts'
import { type Bot, type Overrides, startBot } from '../harness/bot.ts'
import { type DatabaseName, layDataFolder, serverUrl } from '../harness/database.ts'
import { patience, patient } from '../harness/patience.ts'
import { freePort } from '../harness/processes.ts'
import { until } from '../harness/until.ts'

export type Transport = 'socket' | 'http'

/** A workspace and a database that outlive the bots which are started and stopped in them. */
export type House = {
  sandbox: Sandbox
  driver: Driver
  /** Errors that any of the bots has logged, one line of JSON each. */
  errors: string[]
  /** Resolves when one of the bots logs a line with these words. */
  says(words: string): Promise<void>
  /** Starts a bot; it need not have read the workspace yet. */
  start(signal?: AbortSignal): Promise<Bot>
  /** A second hand at the database, to hold locks and to look. PostgreSQL only. */
  readonly hand: pg.Client
  [Symbol.asyncDispose](): Promise<void>
}

export type HouseOptions = {
  database?: DatabaseName
  transport?: Transport
  settings?: Overrides
  secrets?: Readonly<Record<string, string>>
}

export async function openHouse({
  database = 'PostgreSQL',
  transport = 'socket',
  settings = {},
  secrets = {},
}: HouseOptions = {}): Promise<House> {
  const port = transport === 'http' ? await freePort() : undefined
  const sandbox = await createSandbox({
    rateLimits: false,
    redeliveryScale: 0.01,
    slowness: patience,
    transport,
    ...(port ? { botUrl: `http://127.0.0.1:${port}/slack/events` } : {}),
  })
  const ground = database === 'PGlite' ? await embedded() : await onServer()
  const errors: string[] = []
  const listeners: { words: string; heard(): void }[] = []
  const write = (line: string) => {
    if ((JSON.parse(line) as { level: number }).level >= 50) errors.push(line)
    for (const { words, heard } of listeners) if (line.includes(words)) heard()
  }
  const log = createLog({ level: 'info', destination: { write } })
  const started: Bot[] = []
  return {
    sandbox,
    driver: createDriver(sandbox.url),
    errors,
    says: (words) => new Promise((heard) => listeners.push({ words, heard })),
    get hand() {
      if (!ground.hand) throw new Error('Nobody but the bot has a hand at an embedded database')
      return ground.hand
    },
    async start(signal) {
      const bot = await startBot({
        sandbox,
        ...ground.where,
        log,
        secrets: () => secrets,
        settings: { slack: { timeout: '5s', settle: '1s' }, ...settings },
        ...(port ? { signedHttp: port } : {}),
        ...(signal ? { signal } : {}),
      })
      started.push(bot)
      return bot
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map((bot) => bot.stop()))
      await ground.leave()
      await sandbox.close()
    },
  }
}

async function onServer() {
  const database = await serverUrl()
  const hand = new pg.Client(database)
  await hand.connect()
  return { where: { database }, hand, leave: () => hand.end() }
}

async function embedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'sssbot-house-'))
  await layDataFolder(dataDir)
  return { where: { dataDir }, hand: undefined, leave: () => rm(dataDir, { recursive: true, force: true }) }
}

/** Resolves when the bot has read the workspace and has nothing left to do. */
export const settled = ({ world }: App): Promise<void> =>
  until(async () => {
    const { db, jobs } = world
    await jobs.drained()
    const known = await db.read.selectFrom('directory_lists').select('list').where('read_at', 'is not', null).execute()
    const unread = ['people', 'groups', 'channels'].filter((list) => !known.some((row) => row.list === list))
    const unheard = await db.read.selectFrom('inbox').select('kind').where('processed_at', 'is', null).execute()
    const behind = await db.read
      .selectFrom('projections')
      .select('subject')
      .whereRef('rendered_version', '<', 'version')
      .execute()
    if (unread.length + unheard.length + behind.length > 0)
      throw new Error(`Still to be done: ${JSON.stringify({ unread, unheard, behind })}`)
  }, 60_000)

/** Resolves when `count` statements of the bot wait for a lock. */
export const waiting = ({ hand }: House, count = 1): Promise<void> =>
  until(async () => {
    const { rows } = await hand.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
    )
    if ((rows[0]?.waiting ?? 0) < count) throw new Error('Nothing waits for a lock')
  })

/** What is promised of every stop, in milliseconds. */
const longestStopMs = patient(5_000)

/** Stops the bot. Throws when that takes longer than it may. */
export async function stopInTime(bot: Pick<Bot, 'stop'>): Promise<void> {
  const began = performance.now()
  await bot.stop()
  const ms = Math.round(performance.now() - began)
  if (ms > longestStopMs) throw new Error(`The stop took ${ms} ms`)
}
