import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Message, View } from '../../sandbox/protocol.ts'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { createDriver, type Driver } from '../../sandbox/server/testing/driver.ts'
import { settingsText } from '../harness/bot.ts'
import { layDataFolder } from '../harness/database.ts'
import { patience } from '../harness/patience.ts'
import { type BotProcess, freePort, startBotProcess } from '../harness/processes.ts'
import { until } from '../harness/until.ts'
import { slackOf } from '../stories/account.ts'
import { answerTo, declarer, mention, openForm, receiptWrongs, submit, viewOf, wordsOf } from './declaring.ts'
import { channelsOfBot, policyOfA, wrongs } from './records.ts'
import { randomFrom } from './seed.ts'

/** Past this many milliseconds after the form was sent, nothing is left to interrupt; what is stored, is stored early. */
const lastMomentMs = 700
const earlyMs = 150
/** Slack is so slow at most, in milliseconds, so that the kill comes in the middle of something. */
const slowestMs = 80
/** All of the workspace is looked at so seldom, in milliseconds: looking takes time from the bot. */
const lookMs = 300
/** A lease of a killed replica holds for 20 s. */
const patienceMs = 60_000
/** A round makes some thirty calls, and looks at much again after the start. */
const callsToShow = 120

export type KillOptions = {
  seed: number
  rounds: number
  /** The addresses of one database for two replicas; without it one bot on an embedded database. */
  databaseUrl?: string
}

/** When the bot is killed: so many milliseconds after the mention or the form was sent, or just before the form. */
type Moment = { when: 'after-mention' | 'before-form' | 'after-form'; ms: number; slowMs: number; victim: number }

export type KillReport = { found: string[]; roundMs: number[]; errorsSeen: number; declaredDespiteError: number }

/** How often a bot is killed on the embedded database. `SSSBOT_ROUNDS=200` runs longer. */
export const rounds = Number(process.env.SSSBOT_ROUNDS ?? 50)

/** Says in one line how the rounds went. */
export function tell(where: string, ofSeed: number, { roundMs, errorsSeen, declaredDespiteError }: KillReport): void {
  const total = roundMs.reduce((sum, ms) => sum + ms, 0)
  const longest = Math.max(...roundMs)
  console.info(
    `${where}, seed ${ofSeed}: ${roundMs.length} rounds in ${Math.round(total / 1000)} s, the longest ${longest} ms; ` +
      `${errorsSeen} forms failed, of which ${declaredDespiteError} had declared`,
  )
}

type Run = {
  driver: Driver
  bots: BotProcess[]
  restart(victim: number): void
  report: KillReport
}

/**
 * Declares again and again in one workspace, kills the bot each time at some moment, starts it again, and holds what
 * stands in Slack against what must. Ends at the
 * first find, and prints how Slack stands then.
 */
export async function killAgainAndAgain({ seed, rounds, databaseUrl }: KillOptions): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-kill-'))
  const settingsPath = join(folder, 'sssbot.yaml')
  await writeFile(settingsPath, await settingsText({ slack: { settle: '1s' } }))
  // Slack tries for six minutes; a bot that starts again within a second need not wait so long.
  const sandbox: Sandbox = await createSandbox({ rateLimits: false, redeliveryScale: 0.05, slowness: patience })
  const replicas = databaseUrl ? 2 : 1
  if (!databaseUrl) await layDataFolder(join(folder, 'data-0', 'bot'))
  const ports = await Promise.all(Array.from({ length: replicas }, freePort))
  const start = (index: number) =>
    startBotProcess(
      { sandbox, settingsPath, dataDir: join(folder, `data-${index}`), ...(databaseUrl ? { databaseUrl } : {}) },
      ports[index] ?? 0,
    )
  const bots: BotProcess[] = []
  const run: Run = {
    driver: createDriver(sandbox.url),
    bots,
    restart(victim) {
      bots[victim] = start(victim)
    },
    report: { found: [], roundMs: [], errorsSeen: 0, declaredDespiteError: 0 },
  }
  const random = randomFrom(seed)
  try {
    for (const index of ports.keys()) {
      bots[index] = start(index)
      await allReady(run)
    }
    for (let round = 1; round <= rounds && run.report.found.length === 0; round++) {
      const moment = momentFrom(random, replicas)
      const began = performance.now()
      const found = await oneRound(run, round, moment).catch((error: unknown) => [String(error)])
      run.report.roundMs.push(Math.round(performance.now() - began))
      const where = `seed ${seed}, round ${round}, ${moment.when} ${moment.ms} ms, slow by ${moment.slowMs} ms, replica ${moment.victim}`
      run.report.found.push(...found.map((wrong) => `${where}: ${wrong}`))
      if (found.length > 0) await showHowItStands(run)
    }
    const codes = await Promise.all(run.bots.map((bot) => bot.stop()))
    if (codes.some((code) => code !== 0)) run.report.found.push(`The bots ended with ${codes.join(' and ')}`)
    // What came late would have come by now.
    if (run.report.found.length === 0) {
      run.report.found.push(...wrongs(await run.driver.state(), { declarations: rounds, ...policyOfA }))
    }
    return run.report
  } finally {
    await Promise.all(run.bots.map((bot) => bot.kill()))
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** For whoever must understand a find: it may never happen again. */
async function showHowItStands({ driver, bots }: Run): Promise<void> {
  console.info(await slackOf(driver, callsToShow))
  console.info(bots.map((bot) => bot.log()).join('\n\n'))
}

function momentFrom(random: () => number, replicas: number): Moment {
  const kind = random()
  const when = kind < 0.15 ? 'after-mention' : kind < 0.25 ? 'before-form' : 'after-form'
  const within = when === 'before-form' ? 0 : when === 'after-form' && random() < 0.5 ? lastMomentMs : earlyMs
  return {
    when,
    ms: Math.floor(random() * within),
    slowMs: Math.floor(random() * slowestMs),
    victim: Math.floor(random() * replicas),
  }
}

const allReady = ({ bots }: Run): Promise<void> =>
  until(async () => {
    for (const bot of bots) {
      if (!(await bot.isReady())) throw new Error(`The bot is not ready: ${bot.log()}`)
    }
  }, patienceMs)

async function oneRound(run: Run, round: number, moment: Moment): Promise<string[]> {
  const { driver } = run
  await driver.fault({ method: '*', latency_ms: moment.slowMs })
  const answer = moment.when === 'after-mention' ? await killAfterMention(run, moment) : await mention(driver)
  const form = await openForm(driver, answer)
  if (moment.when === 'after-mention') await sendAgain(run, form, round)
  else await killAroundForm(run, form, round, moment)
  await until(
    async () => {
      const state = await driver.state()
      const found = [...wrongs(state, { declarations: round, ...policyOfA }), ...receiptWrongs(state)]
      const newest = channelsOfBot(state).at(-1)
      const told = (await driver.messages('general')).find((each) => each.ts === answer.ts)
      if (!newest || !wordsOf(told).includes(`<#${newest.id}>`)) found.push('the answer to the mention leads nowhere')
      if (found.length > 0) throw new Error(found.join('; '))
    },
    patienceMs,
    lookMs,
  )
  await allReady(run)
  const receipt = viewOf(await driver.state())
  if (receipt) await driver.act({ as: declarer, do: 'close', view_id: receipt.id })
  return []
}

async function killAndRestart(run: Run, { victim }: Moment): Promise<void> {
  await run.bots[victim]?.kill()
  await run.driver.clearFaults()
  run.restart(victim)
}

async function killAfterMention(run: Run, moment: Moment): Promise<Message> {
  // Its acknowledgement never comes: the post is awaited only afterwards.
  const posted = run.driver.act({ as: declarer, do: 'post', channel: '#general', text: '@sssbot 助けて' })
  await wait(moment.ms)
  await killAndRestart(run, moment)
  const { ok, ...more } = await posted
  if (!ok || !('ts' in more) || !more.ts) throw new Error('The mention was refused')
  await allReady(run)
  return answerTo(run.driver, more.ts)
}

async function killAroundForm(run: Run, form: View, round: number, moment: Moment): Promise<void> {
  const before = await openIncidents(run)
  if (moment.when === 'before-form') await run.bots[moment.victim]?.kill()
  const sending = submit(run.driver, form, `障害 ${round}`)
  await wait(moment.ms)
  await killAndRestart(run, moment)
  const sent = await sending
  await allReady(run)
  const declared = (await openIncidents(run)) - before
  if (declared > 1) throw new Error(`${declared} incidents came of one form`)
  if (sent.ok) {
    if (declared !== 1) throw new Error('The form was acknowledged and nothing is declared')
    return
  }
  run.report.errorsSeen += 1
  run.report.declaredDespiteError += declared
  // The person saw an error and presses again, unless the form has told meanwhile that it was declared.
  if (viewOf(await run.driver.state())?.callback_id === 'incident.declare') await sendAgain(run, form, round)
}

/** Sends a form while the bot is well. It may have become a receipt in this very moment. */
async function sendAgain(run: Run, form: View, round: number): Promise<void> {
  const sent = await submit(run.driver, form, `障害 ${round}`)
  if (sent.ok) return
  if (viewOf(await run.driver.state())?.callback_id === 'incident.declare') {
    throw new Error(`A bot that is well refused the form: ${JSON.stringify(sent)}`)
  }
}

async function openIncidents({ bots }: Run): Promise<number> {
  const counts = bots.map((bot) =>
    // A bot that has just come lays the key to its status a moment after it is ready.
    until(async () => {
      const status = await bot.status()
      if (!status || status.openIncidents === null) throw new Error('The bot does not say how it is')
      return status.openIncidents
    }),
  )
  return Math.max(...(await Promise.all(counts)))
}
