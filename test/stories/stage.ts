import { afterEach, beforeEach } from 'vitest'
import type { Channel, State } from '../../sandbox/protocol.ts'
import type { Sandbox } from '../../sandbox/server/index.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { later, type ManualClock } from '../../src/kit/clock.ts'
import type { Bot, Overrides } from '../harness/bot.ts'
import type { DatabaseName } from '../harness/database.ts'
import type { LeapingClock } from '../harness/leaping-clock.ts'
import { until } from '../harness/until.ts'
import { accountOf } from './account.ts'
import { createEyes, type Eyes } from './eyes.ts'
import { endStory, type Ground, groundFor } from './ground.ts'
import { type PersonOnStage, personOnStage } from './person.ts'
import { quiet } from './quiet.ts'

/**
 * While time passes, what is due is done and shown before the next is due, but at most so many times: of the four hundred checkpoints of
 * four days most find the one before them not shown yet, as after an outage.
 */
const mostLooks = 40

/** When every story begins: the afternoon of 2026-11-23 in Tokyo. */
export const beginning = new Date('2026-11-23T05:00:00Z')

/** A workspace with the bot in it, and time under control; each test finds it as it stands after a boot. */
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
  /** What people have seen that is on no screen any more. */
  eyes: Eyes
  /** Someone of the workspace, by handle. */
  as(handle: string): PersonOnStage
  /** A channel by its name. Throws when there is none. */
  channel(name: string): Promise<Channel>
  /** Looks until `look` answers something and throws nothing, and answers that. */
  until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T>
  /** Resolves when the bot has done all that it has to do now. */
  quiet(): Promise<void>
  /** Moves the bot's time, from one thing that is due to the next, and waits each time until the bot is quiet. */
  pass(ms: number): Promise<void>
  /** Ends the bot, and starts it on the same database (PostgreSQL only); `meanwhile` comes in between. */
  restart(meanwhile?: () => unknown): Promise<void>
}

/**
 * Registers the hooks that set the stage, and answers what each test finds on it. The tests of a file share a bot and a
 * sandbox, put back before each; `boot` is for those to which the start itself matters.
 */
export function setStage(
  database: DatabaseName,
  settings: Overrides = {},
  begins = () => beginning,
  secrets: Readonly<Record<string, string>> = {},
  boot: 'whatever stands' | 'a boot' = 'whatever stands',
): Stage {
  let ground: Ground
  let eyes = createEyes()

  beforeEach(async ({ onTestFailed }) => {
    eyes = createEyes()
    ground = await groundFor({ database, settings, begins: begins(), secrets }, boot)
    onTestFailed(async () => console.error(await accountOf(ground)))
  })
  afterEach(endStory)

  const stage: Stage = {
    get sandbox() {
      return ground.sandbox
    },
    get bot() {
      return ground.bot
    },
    get clock() {
      return ground.clock
    },
    get slackClock() {
      return ground.slackClock
    },
    get driver() {
      return ground.bot.driver
    },
    get log() {
      return ground.log
    },
    get eyes() {
      return eyes
    },
    state: async () => eyes.look(await stage.driver.state()),
    as: (handle: string) => personOnStage(stage, handle),
    async channel(name: string) {
      const found = (await stage.state()).channels.find((each) => each.name === name)
      if (!found) throw new Error(`There is no #${name}`)
      return found
    },
    until: async <T>(look: () => T | undefined | Promise<T | undefined>) =>
      until(
        async () => {
          const seen = await look()
          if (seen === undefined) throw new Error(`It does not come: ${look}`)
          return seen
        },
        30_000,
        10,
      ),
    quiet: () => quiet(ground),
    async pass(ms: number) {
      await stage.quiet()
      const end = later(stage.clock.now(), ms)
      stage.slackClock.leap(ms)
      let shown = stage.clock.now().getTime()
      for (let due = stage.clock.nextDue(); due && due < end; due = stage.clock.nextDue()) {
        const now = Math.max(due.getTime(), stage.clock.now().getTime())
        await stage.clock.advanceTo(new Date(now))
        if (now - shown < ms / mostLooks) continue
        await stage.quiet()
        shown = now
      }
      await stage.clock.advanceTo(end)
      await stage.quiet()
    },
    async restart(meanwhile: () => unknown = () => {}) {
      await ground.restart(meanwhile)
      await stage.quiet()
    },
  }
  return stage
}
