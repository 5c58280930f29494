import type { DatabaseName } from '../harness/database.ts'
import { createLeapingClock, type LeapingClock } from '../harness/leaping-clock.ts'
import { patient } from '../harness/patience.ts'
import { type Trouble, troubles } from '../harness/troubled-line.ts'
import { mention, openForm, receiptWrongs, submit } from './declaring.ts'
import { keepMoment, type Moment, putBack } from './moment.ts'
import { policyOfA, wrongs } from './records.ts'
import { openStage, type Stage } from './stage.ts'

/** Workspaces with a bot at once: their waits overlap, and more of them only wait for the same processor. */
const stagesAtOnce = 4
/** Slack gives an app up after three seconds, which a person presses again after: here four bots share one processor. */
const slowness = patient(5)

/** An address is asked for once and known from then on: whether by one call or two depends on who comes first. */
const mayBeLeftOut: ReadonlySet<string> = new Set(['chat.getPermalink'])

/** One call of those that follow from sending the form: the `nth` (from 1) of its method; and what happens to it. */
export type Case = { method: string; nth: number; how: Trouble }

/** A stage and how it stood after the boot, to which it is put back before each declaration. */
type Ground = { stage: Stage; slackClock: LeapingClock; begun: Moment }

/** Longer than the window of any of Slack's budgets, in milliseconds: nobody is to wait for one here. */
const untilBudgetsAreFreeMs = 11 * 60_000

async function openGround(database: DatabaseName): Promise<Ground> {
  const slackClock = createLeapingClock()
  const address = database === 'PGlite' ? { database: 'memory' } : {}
  const stage = await openStage({ slackClock, rateLimits: false, slowness, ...address })
  await atRest(stage)
  return { stage, slackClock, begun: await keepMoment(stage) }
}

async function atRest({ app, quiet }: Stage): Promise<void> {
  await app.world.jobs.drained()
  await quiet()
}

/** Every trouble at every call of a declaration, which is learned from a clean one. Throws when that one is not clean. */
async function everyCase({ stage }: Ground): Promise<Case[]> {
  const { driver } = stage
  const form = await openForm(driver, await mention(driver))
  const before = (await driver.calls()).at(-1)?.seq ?? 0
  await submit(driver, form, '障害')
  await atRest(stage)
  const found = wrongs(await driver.state(), { declarations: 1, ...policyOfA })
  if (found.length > 0) throw new Error(found.join('\n'))
  const seen = new Map<string, number>()
  return (await driver.calls(before)).flatMap(({ method }) => {
    const nth = (seen.get(method) ?? 0) + 1
    seen.set(method, nth)
    return troubles.map((how) => ({ method, nth, how }))
  })
}

/**
 * Declares once for each case that is chosen among all; what is not as it must be, in words. After a find its workspace is left, and
 * the next case gets a new one.
 */
export async function tryAll(
  database: DatabaseName,
  choose: (all: readonly Case[]) => readonly Case[],
): Promise<string[]> {
  let first: Ground | undefined = await openGround(database)
  const waiting = [...choose(await everyCase(first))]
  const found: string[] = []
  const work = async () => {
    let ground: Ground | undefined
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      ground ??= first ?? (await openGround(database))
      first = undefined
      const wrong = await tryOne(ground, each).catch((error: unknown) => [String(error)])
      found.push(...wrong.map((what) => `${each.how} at ${each.method} ${each.nth}: ${what}`))
      if (wrong.length === 0) continue
      await ground.stage[Symbol.asyncDispose]()
      ground = undefined
    }
    await ground?.stage[Symbol.asyncDispose]()
  }
  await Promise.all(Array.from({ length: Math.min(stagesAtOnce, waiting.length) }, work))
  return found
}

async function tryOne({ stage, slackClock, begun }: Ground, call: Case): Promise<string[]> {
  const { driver, line } = stage
  line.calm()
  await putBack(stage, begun)
  slackClock.leap(untilBudgetsAreFreeMs)
  const form = await openForm(driver, await mention(driver))
  line.trouble(call)
  const sent = await submit(driver, form, `${call.how} ${call.method}`)
  await atRest(stage)
  const state = await driver.state()
  return [
    ...(sent.ok ? [] : [`the form was refused: ${JSON.stringify(sent)}`]),
    ...(line.spent() || mayBeLeftOut.has(call.method) ? [] : ['the call did not come']),
    ...wrongs(state, { declarations: 1, ...policyOfA }),
    ...receiptWrongs(state),
  ]
}
