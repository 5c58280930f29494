import { setTimeout as wait } from 'node:timers/promises'
import type { Message, View } from '../../sandbox/protocol.ts'
import { isStopping } from '../../src/kit/stopping.ts'
import type { Bot } from '../harness/bot.ts'
import { until } from '../harness/until.ts'
import { declarer, submit, viewOf } from './declaring.ts'
import { type House, openHouse, settled, stopInTime } from './house.ts'
import { channelsOfBot, markOf, policyOfA, wrongs } from './records.ts'
import { randomFrom } from './seed.ts'

/** The latest moment of a stop, in milliseconds after the start was begun: by then a start has long ended. */
const latestStopMs = 1_500
/** Slack is so slow at most, in milliseconds, so that a stop comes in the middle of something. */
const slowestMs = 120

/** How one bot ends: `halfway` gives its start up; `twice` asks for the stop again while it stops; `over` starts the next meanwhile. */
const ends = ['halfway', 'once', 'twice', 'over'] as const

export type StopReport = { found: string[]; declared: number; refused: number; unheard: number; ends: string[] }

/**
 * Starts and stops the bot again and again on one database while somebody mentions it and declares; then lets it work in peace, and
 * holds what stands in Slack against what was acknowledged. Prints nothing.
 */
export async function stopAgainAndAgain({ seed, rounds }: { seed: number; rounds: number }): Promise<StopReport> {
  await using house = await openHouse()
  const { driver, errors } = house
  const random = randomFrom(seed)
  const report: StopReport = { found: [], declared: 0, refused: 0, unheard: 0, ends: [] }
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
  // A form whose acknowledgement was cut off may have declared all the same; one that was refused in words has not.
  const declared = (await house.hand.query('select id from incidents')).rows.length
  if (declared < report.declared || declared > report.declared + report.unheard)
    report.found.push(
      `${declared} incidents of ${report.declared} acknowledged forms and ${report.unheard} unheard ones`,
    )
  report.found.push(...wrongs(state, { declarations: declared, ...policyOfA }), ...errors)
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
  if (!sent.ok) report.unheard += 1
  else if ('ack' in sent && sent.ack?.response_action === 'errors') report.refused += 1
  else report.declared += 1
}

/** Whether the bot said it to all: that it restarts, it says to one person alone. */
const isAnswer = ({ bot_id, ephemeral_to }: Message): boolean => bot_id !== undefined && ephemeral_to === undefined

/** Presses the newest invitation there is. Nothing opens while no bot is there. */
async function openedForm({ driver }: House): Promise<View | undefined> {
  const asked = (await driver.messages('general')).findLast(isAnswer)
  if (!asked) return undefined
  await driver.act({ as: declarer, do: 'click', channel: '#general', ts: asked.ts, action_id: 'incident.declare.open' })
  const view = viewOf(await driver.state())
  return view?.callback_id === 'incident.declare' ? view : undefined
}

/**
 * What is wrong between the mentions that the bot acknowledged, those that it wrote down, and its answers. A mention that it wrote down as it was
 * cut off, before it could acknowledge, may be answered too; one that no bot heard in all of Slack's tries is lost there.
 */
async function unanswered({ driver, hand }: House): Promise<string[]> {
  return until(async () => {
    const heard = (await driver.deliveries()).filter((each) => each.type === 'app_mention' && each.acked_ms !== null)
    const { rows: kept } = await hand.query<{ event_id: string; done: boolean }>(
      'select event_id, processed_at is not null as done from inbox',
    )
    const { rows: invited } = await hand.query<{ id: string }>('select id from invitations')
    const answers = (await driver.messages('general')).filter(isAnswer)
    const [lost, waiting] = [
      heard.filter(({ event_id }) => !kept.some((row) => row.event_id === event_id)),
      kept.filter((row) => !row.done),
    ]
    const [answered, asked] = [answers.map((each) => markOf(each)?.subject), invited.map(({ id }) => id)]
    if (lost.length > 0 || waiting.length > 0 || answered.toSorted().join() !== asked.toSorted().join()) {
      throw new Error(
        `${lost.length} acknowledged mentions were lost (${lost.map((each) => each.event_id)}), ${waiting.length} wait (${waiting.map((row) => row.event_id)}), asked ${asked}, answered ${answered}`,
      )
    }
    return []
  }).catch((error: unknown) => [String(error)])
}
