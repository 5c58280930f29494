import { expect, test } from 'vitest'
import { createSheets } from './dashboard-sheets.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
import {
  comesAs,
  fits,
  type Manner,
  opens,
  reflows,
  rights,
  settle,
  tabsThrough,
  type Walker,
  walkers,
} from './dashboard-walk.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', rights, () => new Date())
const viewers = setViewers()

/** Each walks in one manner here, and all in each in the long run. */
const manners: readonly Manner[] = [
  { language: 'ja', size: 'phone' },
  { language: 'en', size: 'wall' },
  { language: 'en', size: 'phone' },
  { language: 'ja', size: 'wall' },
]
const everybody = Object.keys(walkers) as Walker[]

const locales = { ja: 'ja-JP', en: 'en-GB' } as const

test('every page stands for whoever comes, in both languages, on a phone and on a wall', async () => {
  const paths = await settle(stage)
  for (const [n, walker] of everybody.entries()) {
    const manner = manners[n % manners.length] as Manner
    const page = await viewers.opens({
      viewport: sizes[manner.size],
      locale: locales[manner.language],
      hasTouch: manner.size === 'phone',
      colorScheme: n % 2 === 0 ? 'light' : 'dark',
      reducedMotion: 'reduce',
    })
    await page.addInitScript((language) => localStorage.setItem('sssbot-locale', language), manner.language)
    await comesAs(walker, page, stage, viewers)
    for (const [at, path] of (walker === 'display' ? ['/wall'] : paths).entries()) {
      const name = `${path} as ${walker}, ${manner.language}, ${manner.size}`
      await opens(page, stage.bot.app.url, path, manner, name)
      if (manner.size === 'phone') await reflows(page, name)
      // Each page is held against axe in two of the manners here.
      if ((n + at) % 3 === 0 || walker === 'display') await viewers.keepsNobodyOut(page, name)
      if (walker === 'administrator') await tabsThrough(page, name, 20)
    }
    await page.context().close()
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
