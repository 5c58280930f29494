import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { settingsFrom } from '../../test/harness/bot.ts'
import { seed } from '../../test/harness/crowd.ts'
import { checkpointsIn, openCrowdedSlack } from '../../test/harness/crowded-slack.ts'
import { settings } from '../declare/settings.ts'
import type { Place, Stage } from '../stage.ts'

const incidents = 10_000
/** Somebody declares so often while the bot catches up, in milliseconds. */
const declareEachMs = 5_000
const giveUpMs = 15 * 60_000

/** What became of an outage's end: milliseconds from the form to the channel, and to the last of the checkpoints. */
export type Overdue = {
  name: string
  channelMs: readonly number[]
  allMs: number
  perIncident: number
  refused: number
}

/**
 * Starts the bot with ten thousand timers overdue for an hour, in a workspace with Slack's limits, and declares an incident
 * every few seconds until it has caught up.
 */
export async function benchOverdue(stage: Stage, place: Place): Promise<Overdue> {
  const dataDir = stage.newFolder()
  await seed({
    open: place.name === 'PGlite' ? { dataDir: join(dataDir, 'bot') } : { url: place.url },
    settings: await settingsFrom(settings),
    incidents,
    dueAt: () => new Date(Date.now() - 60 * 60_000),
    rendered: new Set(Array.from({ length: 1000 }, (_, incident) => incident)),
  })
  const slack = await openCrowdedSlack(stage.sandboxUrl, { limited: true })
  const started = Date.now()
  const bot = await stage.startBot(place, settings, { dataDir, slackPort: slack.port })
  const channelMs: number[] = []
  try {
    while (checkpointsIn(slack.arrived).size < incidents && Date.now() - started < giveUpMs) {
      channelMs.push(await declare(stage))
      await wait(declareEachMs)
    }
  } finally {
    await bot.end()
    await slack.close()
  }
  const came = [...checkpointsIn(slack.arrived).values()]
  return {
    name: `${incidents} overdue at once, ${place.name}`,
    channelMs,
    allMs: Math.max(...came.flat()) - started,
    perIncident: came.flat().length / incidents,
    refused: slack.arrived.filter((call) => call.limited).length,
  }
}

/** Declares, and answers how many milliseconds the channel took from the sent form. */
async function declare({ driver }: Stage): Promise<number> {
  const since = (await driver.calls()).at(-1)?.seq ?? 0
  const opened = await driver.act({ as: 'sato', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  if (!opened.ok || !opened.view) throw new Error(`The form did not open: ${JSON.stringify(opened)}`)
  const sentAt = Date.now()
  const values = { service: 'a', summary: 'ログインできない' }
  const sent = await driver.act({ as: 'sato', do: 'submit', view_id: opened.view.id, values })
  if (!sent.ok) throw new Error(sent.error)
  for (;;) {
    const made = (await driver.calls(since)).find((call) => call.method === 'conversations.create' && call.ok)
    if (made) return made.at + made.ms - sentAt
    if (Date.now() - sentAt > 60_000) return Number.POSITIVE_INFINITY
    await wait(50)
  }
}
