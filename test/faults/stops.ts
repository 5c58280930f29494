import { setTimeout as wait } from 'node:timers/promises'
import type { View } from '../../sandbox/protocol.ts'
import { isStopping } from '../../src/kit/stopping.ts'
import type { Bot } from '../harness/bot.ts'
import { until } from '../harness/until.ts'
import { declarer, submit, viewOf } from './declaring.ts'
import { type House, openHouse, settled, stopInTime } from './house.ts'
import { channelsOfBot, policyOfA, wrongs } from './records.ts'
import { randomFrom } from './seed.ts'

/** The latest moment of a stop, in milliseconds after the start was begun: by then a start has long ended. */
const latestStopMs = 1_500
/** Slack is so slow at most, in milliseconds, so that a stop comes in the middle of something. */
const slowestMs = 120

/** How one bot ends: `halfway` gives its start up; `twice` asks for the stop again while it stops; `over` starts the next meanwhile. */
const ends = ['halfway', 'once', 'twice', 'over'] as const

export type StopReport = { found: string[]; declared: number; refused: number; ends: string[] }

/**
 * Starts and stops the bot again and again on one database while somebody mentions it and declares; then lets it work in peace, and
 * holds what stands in Slack against what was acknowledged. Prints nothing.
 */
export async function stopAgainAndAgain({ seed, rounds }: { seed: number; rounds: number }): Promise<StopReport> {
  await using house = await openHouse()
  const { driver, errors } = house
  const random = randomFrom(seed)
  const report: StopReport = { found: [], declared: 0, refused: 0, ends: [] }
  const first = await house.start()
  await settled(first.app)
  await first.stop()

  let ending: Promise<void> = Promise.resolve()
  for (let round = 1; round <= rounds; round++) {
    const how = ends[Math.floor(random() * ends.length)] ?? 'once'
    const stopMs = Math.floor(random() * latestStopMs)
    report.ends.push(`${how} after ${stopMs} ms`)
    await driver.fault({ method: '*', latency_ms: Math.floor(random() * slowestMs) })
    const people = press(house, round, report)
    const ended = oneBot(house, how, stopMs).catch((error: unknown) => {
      report.found.push(`seed ${seed}, round ${round}, ${how} after ${stopMs} ms: ${String(error)}`)
    })
    if (how === 'over') ending = Promise.all([ending, wait(stopMs).then(() => ended)]).then(() => {})
    else await Promise.all([ending, ended])
    if (how === 'over') await wait(stopMs)
    await people
    await driver.clearFaults()
  }
  await ending

  const last = await house.start()
  await settled(last.app)
  const state = await driver.state()
  report.found.push(...wrongs(state, { declarations: report.declared, ...policyOfA }), ...errors)
  const declared = (await house.hand.query('select id from incidents')).rows.length
  if (declared !== report.declared) report.found.push(`${declared} incidents of ${report.declared} acknowledged forms`)
  if (channelsOfBot(state).length !== declared) report.found.push('not every incident has its channel')
  report.found.push(...(await unanswered(house)))
  return report
}

/** Starts one bot and stops it `stopMs` later, wherever its start is by then. */
async function oneBot(house: House, how: (typeof ends)[number], stopMs: number): Promise<void> {
  const giveUp = new AbortController()
  const starting = house.start(giveUp.signal)
  starting.catch(() => {})
  await wait(stopMs)
  if (how === 'halfway') {
    await stopInTime({
      stop: async () => {
        giveUp.abort()
        await starting.then(
          (bot) => bot.stop(),
          (error: unknown) => {
            if (!isStopping(error)) throw error
          },
        )
      },
    })
    return
  }
  const bot: Bot = await starting
  await Promise.all([stopInTime(bot), ...(how === 'twice' ? [stopInTime(bot)] : [])])
}

/** One person mentions the bot, and sends the form that is open, if one is; what came of it is counted. */
async function press(house: House, round: number, report: StopReport): Promise<void> {
  const { driver } = house
  await driver.act({ as: declarer, do: 'post', channel: '#general', text: '@sssbot 助けて' })
  const form = await openedForm(house)
  if (!form) return
  const sent = await submit(driver, form, `障害 ${round}`)
  const isRefused = !sent.ok || ('ack' in sent && sent.ack?.response_action === 'errors')
  if (isRefused) report.refused += 1
  else report.declared += 1
}

/** Presses the newest invitation there is. Nothing opens while no bot is there. */
async function openedForm({ driver }: House): Promise<View | undefined> {
  const asked = (await driver.messages('general')).findLast((each) => each.bot_id)
  if (!asked) return undefined
  await driver.act({ as: declarer, do: 'click', channel: '#general', ts: asked.ts, action_id: 'incident.declare.open' })
  const view = viewOf(await driver.state())
  return view?.callback_id === 'incident.declare' ? view : undefined
}

/**
 * Mentions that the bot acknowledged and did not answer, or answered more than once. One that no bot heard in all of Slack's tries is
 * lost there: the tries come a hundred times as fast here, and no bot may have stood that long.
 */
async function unanswered({ driver }: House): Promise<string[]> {
  return until(async () => {
    const heard = (await driver.deliveries()).filter((each) => each.type === 'app_mention' && each.acked_ms !== null)
    const mentions = new Set(heard.map((each) => each.event_id)).size
    const answers = (await driver.messages('general')).filter((each) => each.bot_id).length
    if (mentions !== answers) throw new Error(`${answers} answers to ${mentions} acknowledged mentions`)
    return []
  }).catch((error: unknown) => [String(error)])
}
