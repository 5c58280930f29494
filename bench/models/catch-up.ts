import { setTimeout as wait } from 'node:timers/promises'
import { chooseVerb } from '../../test/harness/choose-verb.ts'
import { secondsOf } from '../processor.ts'
import type { Place, Stage } from '../stage.ts'
import { declared, done } from './incident.ts'

const messages = 500
const rounds = 20

/** Milliseconds from a press until it is told how an incident stands, of each round, and of the bot's processor for one round. */
export type CatchUpResult = { name: string; times: readonly number[]; cpuMs: number }

const settings = `
language: ja
services: { a: { name: サービスA } }
`

const words = [
  '見ています',
  '接続数のグラフを見ています',
  '原因が判明しました。接続数の上限です',
  'v2.2 に切り戻しました',
  'まだ復旧していません',
  'お客様への影響は続いていますか？',
  'エラー率は 12% です',
  'deployed 2.3.1, errors are down to 2%',
]

/**
 * Catches up with an incident in whose channel 500 messages were said, with no model. Before each press something new is said, so that
 * nothing is answered from what was kept; a message that is taken in at the same moment counts as the press does. The first round warms up.
 */
export async function benchCatchUp(stage: Stage, place: Place): Promise<CatchUpResult> {
  const { driver } = stage
  await driver.reset()
  const bot = await stage.startBot(place, settings)
  try {
    const { channel, ts } = await declared(driver)
    const says = async (text: string) => done(await driver.act({ as: 'sato', do: 'post', channel, text }))
    for (let n = 0; n < messages; n++) await says(`${n} 分: ${words[n % words.length]}`)
    await atRest(bot.pid)
    const times: number[] = []
    let cpu = 0
    for (let round = 0; round <= rounds; round++) {
      await says(`${round} 回目の確認、まだ続いています`)
      await atRest(bot.pid)
      const before = await secondsOf(bot.pid)
      const begun = performance.now()
      done(await chooseVerb(driver, { as: 'tanaka', channel, ts }, 'catch-up'))
      times.push(performance.now() - begun)
      if (round > 0) cpu += (await secondsOf(bot.pid)) - before
    }
    return { name: place.name, times: times.slice(1), cpuMs: (cpu * 1000) / rounds }
  } finally {
    await bot.end()
  }
}

/** Waits until a process has nothing more to do. */
async function atRest(pid: number): Promise<void> {
  for (let last = await secondsOf(pid); ; ) {
    await wait(500)
    const now = await secondsOf(pid)
    if (now - last < 0.03) return
    last = now
  }
}
