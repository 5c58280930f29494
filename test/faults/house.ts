import pg from 'pg'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import type { App } from '../../src/app.ts'
import { createLog } from '../../src/kit/log.ts'
import { type Bot, type Overrides, startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { freePort } from '../harness/processes.ts'
import { until } from '../harness/until.ts'

export type Transport = 'socket' | 'http'

/** A workspace and a PostgreSQL that outlive the bots which are started and stopped in them. */
export type House = {
  sandbox: Sandbox
  driver: Driver
  database: string
  /** Errors that any of the bots has logged, one line of JSON each. */
  errors: string[]
  /** Starts a bot; it need not have read the workspace yet. */
  start(signal?: AbortSignal): Promise<Bot>
  /** A second hand at the database, to hold locks and to look. */
  hand: pg.Client
  [Symbol.asyncDispose](): Promise<void>
}

export type HouseOptions = { transport?: Transport; settings?: Overrides; secrets?: Readonly<Record<string, string>> }

export async function openHouse({
  transport = 'socket',
  settings = {},
  secrets = {},
}: HouseOptions = {}): Promise<House> {
  const port = transport === 'http' ? await freePort() : undefined
  const sandbox = await createSandbox({
    rateLimits: false,
    redeliveryScale: 0.01,
    transport,
    ...(port ? { botUrl: `http://127.0.0.1:${port}/slack/events` } : {}),
  })
  const database = await serverUrl()
  const hand = new pg.Client(database)
  await hand.connect()
  const errors: string[] = []
  const log = createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } })
  const started: Bot[] = []
  return {
    sandbox,
    driver: createDriver(sandbox.url),
    database,
    errors,
    hand,
    async start(signal) {
      const bot = await startBot({
        sandbox,
        database,
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
      await hand.end()
      await sandbox.close()
    },
  }
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
const longestStopMs = 5_000

/** Stops the bot. Throws when that takes longer than it may. */
export async function stopInTime(bot: Pick<Bot, 'stop'>): Promise<void> {
  const began = performance.now()
  await bot.stop()
  const ms = Math.round(performance.now() - began)
  if (ms > longestStopMs) throw new Error(`The stop took ${ms} ms`)
}
