import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { settingsText } from '../../test/harness/bot.ts'
import { signsIn, type Visitor, visitor } from '../../test/stories/dashboard-visitor.ts'
import { median } from '../median.ts'
import type { Stage } from '../stage.ts'
import type { Row } from '../table.ts'
import { inAll, keptServer, preparedDatabase, preparedFolder, type Size } from './prepare.ts'
import { questions } from './questions.ts'

/** How often each question is asked, after the first time. */
const rounds = 15

/** What one question took, in milliseconds. */
type Answered = { name: string; cold: number; warm: readonly number[] }

const sizes: Readonly<Record<'small' | 'usual' | 'large', { pglite: Size; postgres: readonly Size[] }>> = {
  small: {
    pglite: { incidents: 200, messages: 20, copies: 0 },
    postgres: [
      { incidents: 200, messages: 20, copies: 0 },
      { incidents: 200, messages: 20, copies: 9 },
    ],
  },
  usual: {
    pglite: { incidents: 2_000, messages: 50, copies: 0 },
    postgres: [
      { incidents: 2_000, messages: 50, copies: 0 },
      { incidents: 2_000, messages: 50, copies: 9 },
    ],
  },
  large: {
    pglite: { incidents: 2_000, messages: 50, copies: 0 },
    postgres: [
      { incidents: 2_000, messages: 50, copies: 9 },
      { incidents: 2_000, messages: 50, copies: 49 },
    ],
  },
}

/** Asks every question of the dashboard, on PGlite, and on PostgreSQL at two sizes: what grows with the whole table shows as a ratio. */
export async function benchDashboard(stage: Stage, size: keyof typeof sizes): Promise<Row[]> {
  const rows: Row[] = []
  const { pglite, postgres } = sizes[size]
  const folder = stage.newFolder()
  await cp(await preparedFolder(pglite), join(folder, 'bot'), { recursive: true })
  const embedded = await askAll(stage, { name: 'PGlite', dataDir: folder })
  rows.push(...inRows(`PGlite, ${inAll(pglite)} incidents`, embedded, 50))
  const server = await keptServer()
  try {
    let before: readonly Answered[] | undefined
    for (const each of postgres) {
      const answered = await askAll(stage, { name: 'PostgreSQL', url: await preparedDatabase(server, each) })
      rows.push(...inRows(`PostgreSQL, ${inAll(each)} incidents`, answered, 100, before))
      before = answered
    }
  } finally {
    await server.stop()
  }
  return rows
}

type Where = { name: 'PGlite'; dataDir: string } | { name: 'PostgreSQL'; url: string }

async function askAll(stage: Stage, where: Where): Promise<Answered[]> {
  const began = performance.now()
  const { dataDir, ...place } = where.name === 'PGlite' ? where : { ...where, dataDir: undefined }
  const bot = await stage.startBot(place, await settingsText({}), dataDir ? { dataDir } : {})
  console.log(`  ${where.name}: ready after ${Math.round(performance.now() - began)} ms`)
  try {
    const browser = visitor(() => bot.url)
    await signsIn(browser, 'kato')
    const values = await placesIn(browser)
    const answered: Answered[] = []
    for (const { name, path } of questions) {
      const address = path.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
      answered.push({ name, cold: await took(browser, address), warm: [] })
    }
    const asked = questions.map(({ path }) =>
      path.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole),
    )
    for (let round = 0; round < rounds; round++) {
      for (const [n, address] of asked.entries()) {
        const each = answered[n]
        if (each) answered[n] = { ...each, warm: [...each.warm, await took(browser, address)] }
      }
    }
    return answered
  } finally {
    await bot.end()
  }
}

async function took(browser: Visitor, address: string): Promise<number> {
  const began = performance.now()
  const { status, text } = await browser.get(address)
  if (status !== 200) throw new Error(`${address} answers ${status}: ${text.slice(0, 200)}`)
  return performance.now() - began
}

const page = z.object({ incidents: z.array(z.object({ id: z.string() })), next: z.string().nullable() })
const found = z.object({
  hits: z.array(z.object({ incident: z.string(), marked: z.array(z.object({ text: z.string() })) })),
})

/** What stands in the addresses: an incident, the famous one, a page far behind, a request that one message names, a year. */
async function placesIn(browser: Visitor): Promise<Record<string, string>> {
  const ask = async (address: string) => JSON.parse((await browser.get(address)).text)
  let next: string | null = null
  let id = ''
  for (let n = 0; n < 15; n++) {
    const cursor = next ? `&cursor=${next}` : ''
    const { incidents, next: behind } = page.parse(await ask(`/api/v1/incidents?status=completed&limit=100${cursor}`))
    id = incidents.at(-1)?.id ?? id
    if (!behind) break
    next = behind
  }
  const { hits } = found.parse(await ask('/api/v1/search?q=req'))
  const rare =
    /req-([0-9a-f]{6})/.exec(hits.flatMap(({ marked }) => marked.map(({ text }) => text)).join(''))?.[1] ?? 'ffffff'
  const worst = page.parse(await ask('/api/v1/incidents?status=completed&level=level5&from=2026-04-15&to=2026-05-05'))
  const timelines = await Promise.all(
    worst.incidents.map(async (each) => ({
      id: each.id,
      length: (await browser.get(`/api/v1/incidents/${each.id}/timeline`)).text.length,
    })),
  )
  const famous = timelines.toSorted((one, other) => other.length - one.length)[0]?.id ?? id
  return { id, famous, behind: next ? `&cursor=${next}` : '', rare, from: '2024-06-01', to: '2025-05-31' }
}

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0

function inRows(where: string, answered: readonly Answered[], aim: number, before?: readonly Answered[]): Row[] {
  const all = answered.flatMap(({ warm }) => warm)
  const slowest = answered.toSorted((a, b) => median(b.warm) - median(a.warm))
  const row = ({ name, cold, warm }: Answered): Row => {
    const earlier = before?.find((each) => each.name === name)
    const ratio = earlier ? `× ${(median(warm) / median(earlier.warm)).toFixed(1)}` : ''
    return [
      `  ${name}`,
      `${median(warm).toFixed(1)} ms`,
      `worst ${Math.max(...warm).toFixed(0)}, cold ${cold.toFixed(0)} ms`,
      ratio,
      '',
    ]
  }
  const whole: Row = [
    `${where}: p95 of all`,
    `${p95(all).toFixed(1)} ms`,
    `median ${median(all).toFixed(1)}, worst ${Math.max(...all).toFixed(0)} ms`,
    '',
    `≤ ${aim} ms`,
  ]
  return [whole, ...slowest.map(row)]
}
