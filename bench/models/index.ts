import { chooseVerb } from '../../test/harness/choose-verb.ts'
import { startModels } from '../../test/models/server.ts'
import type { Place, Stage } from '../stage.ts'
import { declared, done } from './incident.ts'

/** Milliseconds from a press until its form is open, with a model that never answers and with none. */
export type HangResult = { name: string; hanging: readonly number[]; none: readonly number[]; asked: number }

const rounds = 30
/** So much was said before anybody asks. */
const lines = 100

const settings = `
language: ja
services: { a: { name: サービスA } }
`

const withModel = (url: string) => `${settings}
assistant: { models: { fast: { provider: openai-compatible, base_url: "${url}", model: slow, timeout: 60s } } }
`

/**
 * Opens the summary of an incident of 100 messages again and again, while its model hangs and with none. Before each press something new is
 * said, so that each asks for another text, which never comes. The first round warms up.
 */
export async function benchModels(stage: Stage, place: Place, other: Place): Promise<HangResult> {
  const server = await startModels()
  server.answer({ is: 'hang' })
  try {
    const none = await pressed(stage, place, settings)
    const hanging = await pressed(stage, other, withModel(server.url))
    return { name: place.name, hanging, none, asked: server.captured.length }
  } finally {
    await server.close()
  }
}

async function pressed(stage: Stage, place: Place, yaml: string): Promise<number[]> {
  const { driver } = stage
  await driver.reset()
  const bot = await stage.startBot(place, yaml)
  try {
    const { channel, ts } = await declared(driver)
    const says = async (text: string) => done(await driver.act({ as: 'sato', do: 'post', channel, text }))
    for (let n = 0; n < lines; n++) await says(`${n} 分の時点でエラーは ${n * 3} 件`)
    const times: number[] = []
    for (let round = 0; round <= rounds; round++) {
      await says(`${round} 回目の確認、まだ続いています`)
      const begun = performance.now()
      done(await chooseVerb(driver, { as: 'sato', channel, ts }, 'summary'))
      times.push(performance.now() - begun)
    }
    return times.slice(1)
  } finally {
    await bot.end()
  }
}
