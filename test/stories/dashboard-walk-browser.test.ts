import { expect, test } from 'vitest'
import { createSheets } from './dashboard-sheets.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { everybody, fits, manners, reflows, rights, settle, walks } from './dashboard-walk.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', rights, () => new Date())
const viewers = setViewers()

test('every page stands for whoever comes, in both languages, on a phone and on a wall', async () => {
  const paths = await settle(stage)
  // Each walks a third of the pages in one manner here, so that two see each page; in the long run all walk everywhere in each.
  for (const [n, walker] of everybody.entries()) {
    const third = paths.filter((_, at) => (n + at) % 3 === 0)
    await walks({ walker, manner: manners[n % manners.length] ?? manners[0], stage, viewers, paths: third }, (at) => ({
      axe: (Math.floor(n / 2) + at) % 2 === 0 || walker === 'display',
      tabs: walker === 'administrator' ? 20 : 0,
    }))
  }
}, 240_000)

test('so do the pages before the sign-in, which have no script', async () => {
  const page = await viewers.opens({ viewport: sizes.phone })
  for (const { name, html } of await createSheets()) {
    await page.setContent(html)
    expect(await page.locator('h1').count(), name).toBe(1)
    await fits(page, name)
    await reflows(page, name)
    // Those that failed are built alike.
    if (!name.startsWith('failed') || name.includes('stale')) await viewers.keepsNobodyOut(page, name)
  }
}, 240_000)
