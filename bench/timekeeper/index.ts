import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { settingsFrom } from '../../test/harness/bot.ts'
import { seed, subjectOf } from '../../test/harness/crowd.ts'
import { checkpointsIn, openCrowdedSlack } from '../../test/harness/crowded-slack.ts'
import { settings } from '../declare/settings.ts'
import { percentile } from '../median.ts'
import type { Place, Stage } from '../stage.ts'

const incidents = 10_000
/** Every incident's timekeeper speaks once in so long. */
const spreadMs = 15 * 60_000
/** From how long after the bot is ready the checkpoints are measured, and for how long. */
const warmUpMs = 10_000
const measuredMs = 75_000
/** The first timer is due so long after the database is filled; until then the bot must be ready. */
const untilReadyMs = 30_000
/** How long what is due may come late and still be counted. */
const patienceMs = 20_000

/** Milliseconds from due to called. */
export type Punctuality = { name: string; p50: number; p99: number; worst: number; count: number }

/**
 * Measures how late a checkpoint's `chat.postMessage` arrives after its timer was due, with ten thousand open incidents whose
 * timers are due evenly over 15 minutes, and a Slack that answers at once. A slice of those 15 minutes is run in real time.
 */
export async function benchTimekeeper(stage: Stage, place: Place): Promise<Punctuality> {
  const every = spreadMs / incidents
  const inSlice = Math.ceil((warmUpMs + measuredMs + patienceMs) / every)
  let begins = 0
  const due = (incident: number) => begins + incident * every
  const dataDir = stage.newFolder()
  await seed({
    open: place.name === 'PGlite' ? { dataDir: join(dataDir, 'bot') } : { url: place.url },
    settings: await settingsFrom(settings),
    incidents,
    dueAt(incident) {
      begins ||= Date.now() + untilReadyMs
      return new Date(due(incident))
    },
    rendered: new Set(Array.from({ length: inSlice }, (_, incident) => incident)),
  })
  const slack = await openCrowdedSlack(stage.sandboxUrl, { limited: false })
  const bot = await stage.startBot(place, settings, { dataDir, slackPort: slack.port })
  try {
    if (Date.now() > begins) throw new Error('The bot was ready too late: the first timers were due before')
    await wait(begins + warmUpMs + measuredMs + patienceMs - Date.now())
  } finally {
    await bot.end()
    await slack.close()
  }
  const first = Math.ceil(warmUpMs / every)
  const last = Math.floor((warmUpMs + measuredMs) / every)
  const late: number[] = []
  const came = checkpointsIn(slack.arrived)
  for (let incident = first; incident < last; incident++) {
    const at = came.get(subjectOf(incident)) ?? []
    if (at.length > 1) throw new Error(`${subjectOf(incident)} was told twice`)
    late.push((at[0] ?? Number.POSITIVE_INFINITY) - due(incident))
  }
  const calls = new Map<string, number>()
  for (const { method } of slack.arrived) calls.set(method, (calls.get(method) ?? 0) + 1)
  console.log(
    `${place.name}: ${incidents} open incidents, ${(1000 / every).toFixed(1)} timers due a second, ${late.length} measured over ${measuredMs / 1000} s of the 15 min; ` +
      `calls: ${[...calls].map(([method, count]) => `${method} ${count}`).join(', ')}`,
  )
  return {
    name: `checkpoint, due to called, ${place.name}`,
    p50: percentile(late, 0.5),
    p99: percentile(late, 0.99),
    worst: Math.max(...late),
    count: late.length,
  }
}
