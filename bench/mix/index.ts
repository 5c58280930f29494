import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { settingsText } from '../../test/harness/bot.ts'
import { signsIn, type Visitor, visitor } from '../../test/stories/dashboard-visitor.ts'
import { keptServer, preparedDatabase, preparedFolder, type Size } from '../dashboard/prepare.ts'
import { median, percentile } from '../median.ts'
import type { Place, Stage } from '../stage.ts'
import type { Row } from '../table.ts'
import { addressesOf } from './requests.ts'

/** The company whose dashboard is looked at. */
const company: Size = { incidents: 2_000, messages: 50, copies: 0 }
const handles = ['sato', 'tanaka', 'suzuki', 'takahashi', 'ito', 'watanabe', 'yamamoto', 'nakamura', 'alice', 'bob']
const lastsMs = 20_000
/** So many kinds of failed looks are named. */
const mostNamed = 20
/** People write in the channel of the incident so often. */
const eventsPerSecond = 10

/** What became of looks, and how long Slack waited until each event of a message was acknowledged; in milliseconds. */
type Measured = { events: number[]; answered: number[]; shed: number; failed: number; why: Set<string> }

/** So many requests a second: what is promised for, and on PGlite more than it can answer. */
const rates = { PGlite: [20, 100], PostgreSQL: [100] } as const

/** Looks at the dashboard at a steady rate while people write in Slack: Slack goes first, and what is too much is turned away. */
export async function benchMix(stage: Stage, place: Place): Promise<Row[]> {
  await stage.driver.reset()
  if (place.name === 'PGlite') {
    const dataDir = stage.newFolder()
    await cp(await preparedFolder(company), join(dataDir, 'bot'), { recursive: true })
    return measureAt(stage, place, { dataDir })
  }
  const server = await keptServer()
  try {
    return await measureAt(stage, { ...place, url: await preparedDatabase(server, company) }, {})
  } finally {
    await server.stop()
  }
}

async function measureAt(stage: Stage, place: Place, options: { dataDir?: string }): Promise<Row[]> {
  const limits = { reads: 100_000, writes: 10_000 }
  const bot = await stage.startBot(place, await settingsText({ api: { limits } }), options)
  try {
    const people: Visitor[] = []
    for (const handle of handles) {
      people.push(await signedIn(bot.url, handle))
    }
    const channel = await declares(bot.url, people[0])
    const says = (n: number) =>
      stage.driver.act({ as: 'sato', do: 'post', channel, text: `接続数が上限に達しています。${n}` })
    const addresses = await addressesOf(people[0])
    const rows: Row[] = []
    for (const rate of [0, ...rates[place.name]]) {
      const measured = await measure(people, addresses, rate, says)
      for (const why of [...measured.why].slice(0, mostNamed)) console.log(`  failed: ${why}`)
      rows.push(rowOf(`${place.name}: ${rate} requests a second`, measured))
    }
    return rows
  } finally {
    await bot.end()
  }
}

/** A browser that is in. Until the workspace has been read again after the start, the bot knows people as they were when the folder was made. */
async function signedIn(url: string, handle: string): Promise<Visitor> {
  const person = visitor(() => url)
  for (;;) {
    await signsIn(person, handle)
    if ((await person.get('/api/v1/board')).status === 200) return person
    await wait(500)
  }
}

/** An incident of today; answers its channel, once it is there. */
async function declares(url: string, person: Visitor | undefined): Promise<string> {
  const body = { service: 'a', summary: '画面が白い' }
  const made = await person?.send('POST', '/api/v1/incidents', body, { origin: url })
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(made?.text ?? ''))
  for (;;) {
    await wait(500)
    const { text } = (await person?.get(`/api/v1/incidents/${id}`)) ?? { text: '' }
    const channel = z.object({ channel: z.object({ id: z.string().nullable() }) }).parse(JSON.parse(text)).channel.id
    // Whoever is called has come in by then.
    if (channel) return wait(5_000, channel)
  }
}

/** Sends at a steady rate, however long answers take. */
async function measure(
  people: readonly Visitor[],
  addresses: readonly string[],
  rate: number,
  says: (n: number) => Promise<unknown>,
): Promise<Measured> {
  const it: Measured = { events: [], answered: [], shed: 0, failed: 0, why: new Set() }
  const under = async (times: number[], work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  const looks = async (n: number) => {
    const began = performance.now()
    const address = addresses[n % addresses.length] ?? ''
    const answer = await people[n % people.length]?.get(address).catch(() => undefined)
    if (answer?.status === 200) it.answered.push(performance.now() - began)
    else if (answer?.status === 503) it.shed += 1
    else {
      it.failed += 1
      it.why.add(`${handles[n % handles.length]}: ${address} answers ${answer?.status ?? 'nothing'}`)
    }
  }
  await Promise.all([steadily(rate, looks), steadily(eventsPerSecond, (n) => under(it.events, () => says(n)))])
  return it
}

async function steadily(perSecond: number, work: (n: number) => Promise<void>): Promise<void> {
  const begun: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < (perSecond * lastsMs) / 1000; n++) {
    await wait(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
    begun.push(work(n))
  }
  await Promise.all(begun)
}

const ms = (value: number): string => `${Math.round(value)} ms`

function rowOf(name: string, { events, answered, shed, failed }: Measured): Row {
  const asked = answered.length + shed + failed
  const looks = asked
    ? `; ${answered.length} of ${asked} looks answered (p50 ${ms(median(answered))}, p95 ${ms(percentile(answered, 0.95))}), ${shed} turned away, ${failed} failed`
    : ''
  return [
    `${name}: Slack's events`,
    `p99 ${ms(percentile(events, 0.99))}`,
    `p50 ${ms(median(events))}, worst ${ms(Math.max(...events))} of ${events.length}${looks}`,
    '',
    '≤ 300 ms',
  ]
}
