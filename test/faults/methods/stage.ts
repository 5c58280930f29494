import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Fault } from '../../../sandbox/protocol.ts'
import type { Driver } from '../../../sandbox/server/testing/driver.ts'
import { createManualClock, type ManualClock } from '../../../src/kit/clock.ts'
import { finishedWithin } from '../../../src/kit/patience.ts'
import type { Overrides } from '../../harness/bot.ts'
import type { DatabaseName } from '../../harness/database.ts'
import { createHearing } from '../../harness/hearing.ts'
import { createLeapingClock, type LeapingClock } from '../../harness/leaping-clock.ts'
import { patient } from '../../harness/patience.ts'
import { viewOf } from '../declaring.ts'
import { keepMoment, type Moment, putBack } from '../moment.ts'
import { hurried, openStage, type Stage } from '../stage.ts'

/** When every response begins: the afternoon of 2026-11-23 in Tokyo. */
const beginning = new Date('2026-11-23T05:00:00Z')
/** Slack's time is put forward by this much where nothing but it is waited for, in milliseconds. */
const leapMs = 20_000
/** Jobs that are not done after so many milliseconds of the machine wait for Slack's time. */
const stuckMs = 300
/** What does not come within so many milliseconds of the machine never does. */
const patienceMs = patient(20_000)
/** A call that the bot has given up may land for so long, in milliseconds of the machine. */
export const lateMs = 1_200

/** Slack waits for an acknowledgement so many times longer: several bots share one processor here. */
const slowness = patient(5)
/** Longer than the window of any of Slack's budgets, in milliseconds. */
const untilBudgetsAreFreeMs = 11 * 60_000

/** How all stands at one moment of a response. */
export type MomentOfResponse = Moment & { at: Date; notes: Readonly<Record<string, string>> }

/** A bot whose own time stands still, and before which Slack's time leaps. */
export type ResponseStage = {
  stage: Stage
  clock: ManualClock
  slackClock: LeapingClock
  /** How it waits for Slack: part of its settings. */
  slack: { timeout: string; settle: string }
  /** What steps remember for later ones. */
  notes: Record<string, string>
  /** Keeps how everything stands, with nothing in hand. */
  keep(): Promise<MomentOfResponse>
  /** Puts everything back to how it stood then. */
  goBack(to: MomentOfResponse): Promise<void>
  closeForm(handle: string): Promise<void>
  /** Polls `look` until it answers true, by default with Slack's time leaping; false when it never does. */
  comes(look: () => Promise<boolean>, leaping?: boolean): Promise<boolean>
  /** Waits until the bot owes nothing more. Answers what it owes after all patience. */
  settled(): Promise<string[]>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * `trouble`: what stands in the way of the bot when it comes, until it has met it. `hasty`: the bot gives a call up after a second,
 * which on a busy machine may be one that is only slow; then Slack's time must not leap over it.
 */
export async function openResponseStage({
  trouble,
  hasty = false,
  database,
  settings = {},
  secrets = {},
}: {
  trouble?: Fault
  hasty?: boolean
  database: DatabaseName
  settings?: Overrides
  secrets?: Readonly<Record<string, string>>
}): Promise<ResponseStage> {
  const clock = createManualClock(beginning)
  const slackClock = createLeapingClock()
  let passes: Promise<void> | undefined
  const before = async (driver: Driver) => {
    if (!trouble) return
    await driver.fault(trouble)
    passes = letPass(driver, trouble.method, slackClock)
  }
  const slack = hasty ? hurried : { timeout: '20s', settle: '1s' }
  const stage = await openStage({
    before,
    clock,
    slackClock,
    rateLimits: false,
    logLevel: 'info',
    settings: { slack, ...settings },
    secrets,
    slowness,
    ...(database === 'PGlite' ? { database: 'memory' } : {}),
  })
  await passes
  const { driver, app } = stage

  const comes: ResponseStage['comes'] = async (look, leaping = true) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; await wait(25)) {
      if (await look()) return true
      if (leaping) slackClock.leap(leapMs)
    }
    return look()
  }

  const hearing = createHearing(stage.sandbox)

  async function owed(): Promise<string[]> {
    const { db, jobs } = app.world
    // What is due now happens at this step, and not at the next that moves the clock.
    await clock.advanceBy(0)
    const { unheard } = hearing()
    const drained = jobs.drained()
    // A job that nobody works on for a while waits for Slack's budget, inside the bot.
    while (!(await finishedWithin(stuckMs, drained))) slackClock.leap(leapMs)
    await drained
    const { rows } = await sql<{ owed: string[] }>`
      select array(
        select 'undone: ' || kind from inbox where processed_at is null and parked_at is null
        union all select 'job: ' || data::text from timers where kind = 'job'
        union all select 'not shown: ' || subject || coalesce(' ' || (select string_agg(slot || ' ' || error, ', ') from slots where slots.subject = projections.subject), '')
          from projections where rendered_version < version
      ) as owed`.execute(db.read)
    return [...unheard.map((type) => `unheard: ${type}`), ...(rows[0]?.owed ?? [])]
  }

  const set: ResponseStage = {
    stage,
    clock,
    slackClock,
    slack,
    notes: {},
    comes,
    async keep() {
      return { ...(await keepMoment(stage)), at: clock.now(), notes: { ...set.notes } }
    },
    async goBack({ at, notes, ...moment }) {
      clock.rewindTo(at)
      await putBack(stage, moment)
      slackClock.leap(untilBudgetsAreFreeMs)
      set.notes = { ...notes }
      await stage.configure({ slack })
      stage.errors.length = 0
    },
    async closeForm(handle) {
      const view = viewOf(await driver.state(), handle)
      if (view) await driver.act({ as: handle, do: 'close', view_id: view.id })
    },
    async settled() {
      let left: string[] = []
      let [looks, lastCall] = [0, stage.sandbox.calls.seq]
      // One thing leads to another while we look: it is over when Slack was asked for nothing between two looks.
      await comes(async () => {
        left = await owed()
        const isCalling = stage.sandbox.calls.seq > lastCall
        lastCall = stage.sandbox.calls.seq
        looks = left.length === 0 && !isCalling ? looks + 1 : 0
        return looks > 1
      })
      return left
    },
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  }
  return set
}

/** Takes the trouble away once the bot has met it twice, or does not meet it: some calls of a start depend on who comes first. */
async function letPass(driver: Driver, method: string, slackClock: LeapingClock): Promise<void> {
  const end = Date.now() + patienceMs
  for (let met = 0; met < 2 && Date.now() < end; await wait(50)) {
    met = (await driver.calls()).filter((call) => call.method === method && call.token !== '').length
    slackClock.leap(500)
  }
  await driver.clearFaults()
  for (let n = 0; n < 20; n++) {
    slackClock.leap(leapMs)
    await wait(50)
  }
}
