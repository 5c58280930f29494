import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Channel, State } from '../../sandbox/protocol.ts'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { createManualClock, type ManualClock } from '../../src/kit/clock.ts'
import { createLog } from '../../src/kit/log.ts'
import { type Bot, type BotOptions, type Overrides, startBot } from '../harness/bot.ts'
import { type DatabaseName, serverUrl } from '../harness/database.ts'
import { createLeapingClock, type LeapingClock } from '../harness/leaping-clock.ts'
import { type PersonOnStage, personOnStage } from './person.ts'

/** Long enough for a slow machine: nothing waits so long, a condition that never comes true is told after it. */
const patience = { timeout: 30_000, interval: 25 }

/** When every story begins: the afternoon of 2026-11-23 in Tokyo. */
export const beginning = new Date('2026-11-23T05:00:00Z')

/** A workspace with the bot in it, and time under control; each test gets its own. */
export type Stage = {
  sandbox: Sandbox
  bot: Bot
  /** The bot's time: it stands still until a story moves it. */
  clock: ManualClock
  /** The time of Slack's rate limits, for the bot and the sandbox alike: it leaps where only they are waited for. */
  slackClock: LeapingClock
  driver: Driver
  /** What the bot logged, one line of JSON each. An error in it fails the test. */
  log: string[]
  state(): Promise<State>
  /** Someone of the workspace, by handle. */
  as(handle: string): PersonOnStage
  /** A channel by its name. Throws when there is none. */
  channel(name: string): Promise<Channel>
  /** Looks until `look` answers something and throws nothing, and answers that. */
  until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T>
  /** Resolves when the bot has done all that it has to do now; by default that may take it 30 s. */
  quiet(timeoutMs?: number): Promise<void>
  /** Moves the bot's time when it is quiet, and waits until it is again. */
  pass(ms: number): Promise<void>
  /** Ends the bot, and starts it on the same database (PostgreSQL only); `meanwhile` comes in between. */
  restart(meanwhile?: () => unknown): Promise<void>
}

/** Registers the hooks that set the stage, and answers what each test finds on it. */
export function setStage(
  database: DatabaseName,
  settings: Overrides = {},
  begins = () => beginning,
  secrets: Readonly<Record<string, string>> = {},
): Stage {
  const stage = {} as Stage
  let address: string
  const start = (): Promise<Bot> => {
    const options: BotOptions = {
      sandbox: stage.sandbox,
      settings,
      database: address,
      clock: stage.clock,
      slackClock: stage.slackClock,
      secrets,
      log: createLog({ level: 'debug', destination: { write: (line) => void stage.log.push(line) } }),
    }
    return startBot(options)
  }

  beforeEach(async () => {
    stage.log = []
    stage.clock = createManualClock(begins())
    stage.slackClock = createLeapingClock()
    stage.sandbox = await createSandbox({ limitsNow: () => stage.slackClock.now().getTime() })
    address = database === 'PGlite' ? 'memory' : await serverUrl()
    stage.bot = await start()
    stage.driver = stage.bot.driver
    await stage.quiet()
  })
  afterEach(async () => {
    await stage.bot?.stop()
    await stage.sandbox?.close()
    expect(stage.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([])
  })

  return Object.assign(stage, {
    state: () => stage.driver.state(),
    as: (handle: string) => personOnStage(stage, handle),
    async channel(name: string) {
      const found = (await stage.state()).channels.find((each) => each.name === name)
      if (!found) throw new Error(`There is no #${name}`)
      return found
    },
    until: async <T>(look: () => T | undefined | Promise<T | undefined>) =>
      vi.waitFor(async () => {
        const seen = await look()
        if (seen === undefined) throw new Error(`It does not come: ${look}`)
        return seen
      }, patience),
    quiet: (timeoutMs = patience.timeout) =>
      vi.waitFor(
        async () => {
          const { heard, unheard, undone, unshown } = await owed(stage)
          if (unheard.length + undone.length === 0 && unshown.some((each) => each.includes('ratelimited')))
            stage.slackClock.leapToNext()
          expect([...unheard, ...undone, ...unshown], 'what the bot still has to do').toEqual([])
          // One thing leads to another while we look: it is quiet when nothing was new between two looks.
          const again = await owed(stage)
          expect([again.heard, ...again.unheard, ...again.undone, ...again.unshown]).toEqual([heard])
        },
        { ...patience, timeout: timeoutMs },
      ),
    async pass(ms: number) {
      await stage.quiet()
      stage.slackClock.leap(ms)
      await stage.clock.advanceBy(ms)
      await stage.quiet()
    },
    async restart(meanwhile: () => unknown = () => {}) {
      await stage.bot.stop()
      await meanwhile()
      stage.bot = await start()
      await stage.quiet()
    },
  })
}

/** What the bot has not heard yet, has heard and not dealt with, and knows and has not shown. */
async function owed({ bot, driver }: Stage) {
  const { db, jobs } = bot.app.world
  const deliveries = await driver.deliveries()
  const unheard = deliveries.filter((each) => each.acked_ms === null && !each.failed)
  const inbox = await db.read
    .selectFrom('inbox')
    .select('kind')
    .where('processed_at', 'is', null)
    .where('parked_at', 'is', null)
    .execute()
  await jobs.drained()
  const behind = await db.read
    .selectFrom('projections')
    .select('subject')
    .whereRef('rendered_version', '<', 'version')
    .execute()
  const waiting = await db.read.selectFrom('slots').select(['slot', 'error']).where('error', 'is not', null).execute()
  return {
    heard: deliveries.length,
    unheard: unheard.map((each) => each.type),
    undone: inbox.map((each) => each.kind),
    unshown: behind.map((each) => `${each.subject}: ${JSON.stringify(waiting)}`),
  }
}
