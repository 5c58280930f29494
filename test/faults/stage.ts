import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import type { Clock } from '../../src/kit/clock.ts'
import { createLog } from '../../src/kit/log.ts'
import type { World } from '../../src/rooms/facts/index.ts'
import { type Bot, type Overrides, startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { patience } from '../harness/patience.ts'
import { createTroubledLine, type TroubledLine } from '../harness/troubled-line.ts'
import { until } from '../harness/until.ts'

/** How long the bot waits for an answer of Slack, and for what a lost call may still do. */
export const hurried = { timeout: '1s', settle: '1s' } as const
/** After this many milliseconds a late call lands: the bot has given it up, and has not looked yet. */
const lateMs = 1_400

/** A workspace and a bot in this process, connected by a line that can be troubled. */
export type Stage = Bot & {
  sandbox: Sandbox
  line: TroubledLine
  /** Errors that the bot has logged, one line of JSON each; or all from `logLevel` on. */
  errors: string[]
  /** Resolves when nothing is left to be done: the bot has shown all that it knows. */
  quiet(): Promise<void>
  /** The bot and what it stands on. */
  bot: Bot
  [Symbol.asyncDispose](): Promise<void>
}

export type StageOptions = {
  settings?: Overrides
  /** What happens in the workspace before the bot comes. */
  before?(driver: Driver): Promise<unknown>
  /** Slack's limits hold, and all of Slack and of what waits for it goes by this clock; without it there are no limits. */
  slackClock?: Clock
  /** Whether Slack's limits hold; without a `slackClock` they never do. */
  rateLimits?: boolean
  /** The bot's own time; the machine's by default. */
  clock?: Clock
  /** The address of a PostgreSQL database, a new one without it; `memory`: a PGlite. */
  database?: string
  logLevel?: 'info' | 'warn' | 'error'
  /** Secrets of the environment, by the names of their variables. */
  secrets?: Readonly<Record<string, string>>
  /** How many times longer than Slack the workspace waits for the bot: where many bots share a processor. */
  slowness?: number
}

export async function openStage({
  settings = {},
  before,
  slackClock,
  rateLimits = slackClock !== undefined,
  clock,
  database,
  logLevel = 'error',
  slowness = patience,
  secrets,
}: StageOptions = {}): Promise<Stage> {
  const now = slackClock && (() => slackClock.now().getTime())
  const sandbox = await createSandbox({
    rateLimits,
    redeliveryScale: 0.01,
    slowness,
    ...(now ? { now } : {}),
  })
  await before?.(createDriver(sandbox.url))
  const line = await createTroubledLine(sandbox.url, { lateMs })
  const errors: string[] = []
  const log = createLog({ level: logLevel, destination: { write: (line) => void errors.push(line) } })
  const bot = await startBot({
    log,
    sandbox: line,
    settings: { slack: hurried, ...settings },
    ...(slackClock ? { slackClock } : {}),
    ...(clock ? { clock } : {}),
    ...(secrets ? { secrets: () => secrets } : {}),
    database: database ?? (await serverUrl('socket')),
  })
  await until(() => hasReadTheWorkspace(bot.app.world))
  return {
    ...bot,
    bot,
    sandbox,
    line,
    errors,
    quiet: () => until(() => hasShownAll(bot.app.world)),
    async [Symbol.asyncDispose]() {
      await bot.stop()
      await line.close()
      await sandbox.close()
    },
  }
}

/** Throws until the bot knows the workspace and is in every public channel that its settings name. */
async function hasReadTheWorkspace({ db, settings }: World): Promise<void> {
  const { services, notify } = settings()
  const named = [
    ...Object.values(services).flatMap((each) => each.channels),
    ...notify.flatMap((rule) => rule.broadcast),
  ]
  const known = await db.read
    .selectFrom('directory_lists')
    .select('list')
    .where((is) => is.or([is('read_at', 'is not', null), is('error', 'is not', null)]))
    .execute()
  const unread = ['people', 'groups', 'channels'].filter((list) => !known.some((row) => row.list === list))
  const outside = await db.read
    .selectFrom('directory_channels')
    .select('name')
    .where('name', 'in', named)
    .where('is_member', '=', false)
    // Nobody gets into one that is archived; that it is may be told before the list is read.
    .where('is_archived', '=', false)
    .execute()
  if (unread.length + outside.length > 0)
    throw new Error(`The workspace has not been read: ${JSON.stringify([...unread, ...outside])}`)
}

async function hasShownAll({ db }: World): Promise<void> {
  const behind = await db.read
    .selectFrom('projections')
    .select(['subject', 'version', 'rendered_version', 'retry_at'])
    .whereRef('rendered_version', '<', 'version')
    .execute()
  if (behind.length > 0) throw new Error(`Not shown yet: ${JSON.stringify(behind)}`)
}
