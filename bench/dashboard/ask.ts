import { z } from 'zod'
import { signsIn, type Visitor, visitor } from '../../test/stories/dashboard-visitor.ts'
import type { PageCounter, Touched } from './pages.ts'
import { type Question, questions } from './questions.ts'

/**
 * What one question took, in milliseconds: `cold` the first time that anybody asked it of this process. `touched`: what it touched of
 * the database, where that is counted.
 */
export type Answered = Question & { cold: number; warm: readonly number[]; touched: readonly Touched[] }

/** Asks everything of the bot at `url`: once, then `rounds` times more, and where pages are counted twice for them. */
export async function askAll(url: string, rounds: number, counter?: PageCounter): Promise<Answered[]> {
  const browser = visitor(() => url)
  await signsIn(browser, 'kato')
  const values = await placesIn(browser)
  const asked = questions.map((question) => ({
    ...question,
    path: question.path.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole),
  }))
  const cold: number[] = []
  for (const { path } of asked) cold.push(await took(browser, path))
  const warm: number[][] = asked.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [n, { path }] of asked.entries()) warm[n]?.push(await took(browser, path))
  const touched: (readonly Touched[])[] = []
  for (const { path } of asked) touched.push(counter ? await countedFor(counter, browser, path) : [])
  return asked.map((question, n) => ({
    ...question,
    cold: cold[n] ?? Number.NaN,
    warm: warm[n] ?? [],
    touched: touched[n] ?? [],
  }))
}

/** How often the pages of a question are counted. */
const counts = 4

/** What the question always touches: the bot does other things meanwhile, and now and then by the same statements. */
async function countedFor(counter: PageCounter, browser: Visitor, path: string): Promise<readonly Touched[]> {
  let always: readonly Touched[] | undefined
  for (let n = 0; n < counts; n++) {
    const now = new Map((await counter.during(() => took(browser, path))).map(({ sql, pages }) => [sql, pages]))
    const before = always ?? [...now].map(([sql, pages]) => ({ sql, pages }))
    always = before.flatMap(({ sql, pages }) => {
      const again = now.get(sql)
      return again === undefined ? [] : [{ sql, pages: Math.min(pages, again) }]
    })
  }
  return (always ?? []).toSorted((one, other) => other.pages - one.pages)
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
