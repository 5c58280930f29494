import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { later, systemClock } from '../../src/kit/clock.ts'
import { settingsFrom, settingsText } from '../../test/harness/bot.ts'
import { seed } from '../../test/harness/crowd.ts'
import { signsIn, visitor } from '../../test/stories/dashboard-visitor.ts'
import { median, percentile } from '../median.ts'
import { secondsOf } from '../processor.ts'
import type { Place, Stage } from '../stage.ts'
import type { Row } from '../table.ts'

/** As many are open at once, which is more than anybody has seen. */
const incidents = 200
const rounds = 40
/**
 * With two hundred incidents open, all of which they lead: how long somebody's home tab takes, from opening it until Slack is asked to draw it; and
 * the board, what waits for them and the list of what is open over HTTP.
 */
export async function benchHome(stage: Stage, place: Place): Promise<Row[]> {
  const { driver } = stage
  const yaml = await settingsText({ api: { limits: { reads: 100_000 } } })
  const dataDir = stage.newFolder()
  await seed({
    open: place.name === 'PGlite' ? { dataDir: join(dataDir, 'bot') } : { url: place.url },
    settings: await settingsFrom(yaml),
    incidents,
    dueAt: () => later(systemClock.now(), 3_600_000),
    rendered: new Set(Array.from({ length: incidents }, (_, n) => n)),
  })
  const bot = await stage.startBot(place, yaml, { dataDir })
  try {
    const sato = visitor(() => bot.url)
    await signsIn(sato, 'sato')
    const home = () =>
      times(rounds, async () => {
        const since = (await driver.calls()).at(-1)?.seq ?? 0
        const began = performance.now()
        await driver.act({ as: 'sato', do: 'open_home' })
        while (!(await driver.calls(since)).some(({ method }) => method === 'views.publish')) await wait(1)
        return performance.now() - began
      })
    const looks = (path: string) =>
      times(rounds, async () => {
        const began = performance.now()
        const { status } = await sato.get(path)
        if (status !== 200) throw new Error(`${path} answers ${status}`)
        return performance.now() - began
      })
    const row = async (name: string, measure: () => Promise<number[]>): Promise<Row> => {
      const before = await secondsOf(bot.pid)
      const ms = await measure()
      const cpu = (((await secondsOf(bot.pid)) - before) * 1000) / (rounds + 1)
      return [
        `${place.name}, ${incidents} open: ${name}`,
        `p95 ${percentile(ms, 0.95).toFixed(0)} ms`,
        `p50 ${median(ms).toFixed(0)}, worst ${Math.max(...ms).toFixed(0)} ms; ${cpu.toFixed(0)} ms of a processor each`,
        '',
        '≤ 100 ms',
      ]
    }
    return [
      await row('home tab', home),
      await row('the board', () => looks('/api/v1/board')),
      await row('what waits for me', () => looks('/api/v1/waiting')),
      await row('the list of what is open', () => looks('/api/v1/incidents?status=open&limit=100')),
    ]
  } finally {
    await bot.end()
  }
}

/** The first time warms up, and does not count. In milliseconds. */
async function times(count: number, once: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let n = 0; n <= count; n++) all.push(await once())
  return all.slice(1)
}
