import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { settingsText } from '../../test/harness/bot.ts'
import { signsIn, visitor } from '../../test/stories/dashboard-visitor.ts'
import { median } from '../median.ts'
import { secondsOf } from '../processor.ts'
import type { Place, Stage } from '../stage.ts'
import { bareCost } from './floor.ts'
import { words } from './words.ts'

/** Milliseconds of a processor for one message. */
export type MessageCost = { name: string; ours: number; floor: number }

const rounds = 3
const messagesInOne = 300
const people = ['sato', 'tanaka', 'suzuki']

/**
 * What a message in the channel of an incident costs the bot, from the event to what is found of it, beside the bare writing of the event
 * and the message. On PostgreSQL the server's part is not counted.
 */
export async function benchMessage(stage: Stage, place: Place): Promise<MessageCost> {
  const { driver } = stage
  await driver.reset()
  const bot = await stage.startBot(place, await settingsText({}))
  try {
    const channel = await declares(bot.url)
    for (const as of people) await driver.act({ as, do: 'join', channel })
    const says = (n: number) =>
      driver.act({ as: people[n % people.length], do: 'post', channel, text: `${words[n % words.length]} ${n}` })
    const costs: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const before = await atRest(bot.pid)
      let n = 0
      const writes = async () => {
        while (n < messagesInOne) await says(n++)
      }
      await Promise.all(people.map(writes))
      // The first one warms up.
      if (round > 0) costs.push((((await atRest(bot.pid)) - before) * 1000) / messagesInOne)
    }
    return { name: place.name, ours: median(costs), floor: await bareCost(stage, place, rounds * messagesInOne) }
  } finally {
    await bot.end()
  }
}

/** The processor time of a process once it has done what it has to do, in seconds. */
async function atRest(pid: number): Promise<number> {
  for (let last = await secondsOf(pid); ; ) {
    await wait(1_000)
    const now = await secondsOf(pid)
    if (now - last < 0.05) return now
    last = now
  }
}

/** An incident; answers its channel. */
async function declares(url: string): Promise<string> {
  const tanaka = visitor(() => url)
  await signsIn(tanaka, 'tanaka')
  const body = { service: 'a', summary: '画面が白い' }
  const made = await tanaka.send('POST', '/api/v1/incidents', body, { origin: url })
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(made.text))
  for (;;) {
    await wait(200)
    const { text } = await tanaka.get(`/api/v1/incidents/${id}`)
    const { channel } = z.object({ channel: z.object({ id: z.string().nullable() }) }).parse(JSON.parse(text))
    if (channel.id) return channel.id
  }
}
