import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dashboardPages } from '../../src/edges/http/pages.ts'
import { incidentIn } from './conversation.ts'
import { sizes, type Viewers } from './dashboard-viewers.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import type { Stage } from './stage.ts'

/** Who walks: one person for each right, and a screen on the wall, which is nobody. */
const walkers = {
  viewer: 'yamamoto',
  responder: 'sato',
  manager: 'takahashi',
  security: 'kobayashi',
  administrator: 'watanabe',
  display: undefined,
} as const
export type Walker = keyof typeof walkers

/** The settings that give each of them their right, and no more. */
export const rights = {
  access: {
    responders: ['@sato'],
    managers: ['@takahashi'],
    security: ['@kobayashi'],
    administrators: ['@watanabe'],
  },
}

export const everybody: readonly Walker[] = ['viewer', 'responder', 'manager', 'security', 'administrator', 'display']

/** A language, a width and colours, as a person meets them. */
export type Manner = { language: 'ja' | 'en'; size: 'phone' | 'wall'; colours: 'light' | 'dark' }

export const manners: readonly [Manner, ...Manner[]] = [
  { language: 'ja', size: 'phone', colours: 'light' },
  { language: 'en', size: 'wall', colours: 'dark' },
  { language: 'en', size: 'phone', colours: 'light' },
  { language: 'ja', size: 'wall', colours: 'dark' },
]

/** Pages that show names of code: what looks like a mistake elsewhere is meant there. */
const ofCode = new Set(['/docs/api', '/settings', '/gallery'])

/** What is in the workspace when they come: something of everything that a page may show. Answers the addresses of all pages. */
export async function settle(stage: Stage): Promise<string[]> {
  const channel = await stage.as('sato').declares({ summary: '決済が遅い。注文の2割がタイムアウトしている' })
  await stage.as('sato').takesNextStep(channel)
  await stage.as('sato').does(channel, 'set-level', { level: 'level4', reason: '売上に響いている' })
  await stage.as('sato').does(channel, 'update', { condition: 'ﾃﾞｰﾀﾍﾞｰｽの接続数が上限①', next_minutes: '30' })
  await stage.as('sato').does(channel, 'add-todo', { text: '〜14時までに髙橋さんへ連絡する', owner: 'U0SUZUKI' })
  await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
  const id = await incidentIn(stage, channel)
  return [...dashboardPages.map((page) => page.replace(':page', id)), '/incidents/inc_nowhere']
}

/** Lets a browser in as one of them. */
async function comesAs(walker: Walker, page: Page, stage: Stage, viewers: Viewers): Promise<void> {
  const { url } = stage.bot.app
  const handle = walkers[walker]
  if (handle) return viewers.signsIn(page, url, handle)
  const watanabe = visitor(() => url)
  await signsIn(watanabe, 'watanabe')
  const made = await watanabe.send('POST', '/api/v1/tokens', { name: 'Lobby', display: true }, { origin: url })
  await page.goto(`${url}/display/${JSON.parse(made.text).token}`)
}

type Seen = { language: string; headings: number; title: string; words: string; moving: number; script: number }

/** A page loads at most so much script, compressed, in bytes. */
const mostScript = 300_000

/** Waits until a page has all that it asked for: what is missing then is not there. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const waiting = page.locator('[data-waiting-for]')
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' })
}

/** Opens a page, waits until it stands, and finds nothing that no page may show. */
async function opens(page: Page, url: string, path: string, { language }: Manner, name: string): Promise<void> {
  await page.goto(url + path)
  await stands(page)
  const seen = await page.evaluate<Seen>(`({
    language: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    words: document.body.innerText,
    script: performance.getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    moving: document.getAnimations().filter((each) => each.playState === 'running').length,
  })`)
  expect(seen, name).toMatchObject({ headings: 1, moving: 0, title: expect.stringContaining('sssbot') })
  expect(seen.script, `${name}: its script`).toBeGreaterThan(0)
  expect(seen.script, `${name}: its script`).toBeLessThanOrEqual(mostScript)
  expect(seen.language, name).toBe(language)
  if (!ofCode.has(path)) expect(seen.words, name).not.toMatch(/undefined|NaN|Invalid Date|\[object|\{\w+\}/)
  await fits(page, name)
}

/** Whether nothing of it lies to the right of the screen. */
export async function fits(page: Page, name: string): Promise<void> {
  const root = 'document.documentElement'
  const [wide = 0, has = 0] = await page.evaluate<number[]>(`[${root}.scrollWidth, ${root}.clientWidth]`)
  expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(has)
}

/** At 200 % of a phone, and 400 % of a desk, it is read without scrolling to the side (WCAG 1.4.10). */
export async function reflows(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? sizes.phone
  await page.setViewportSize(sizes.narrow)
  await fits(page, `${name} at 320 pixels`)
  await page.setViewportSize(before)
}

type Walk = { walker: Walker; manner: Manner; stage: Stage; viewers: Viewers; paths: readonly string[] }

/**
 * What stands on a page, without what differs from one visit to the next and from one person to another: the figures, generated
 * names, and who is signed in. Two visits with the same are one page to whoever looks at it, or goes about in it by the keyboard.
 */
async function likenessOf(page: Page): Promise<string> {
  const html = await page.evaluate<string>(`(() => {
    const account = document.querySelector('header button[aria-haspopup="menu"]')?.outerHTML ?? ''
    return document.documentElement.className + document.body.outerHTML.replace(account, '')
  })()`)
  return html.replaceAll(/mantine-[\w-]+|\bid="[^"]*"|«\w+»|_r_\w+_|\d+/g, '')
}

/**
 * Goes through all pages as one of them. `how`: what is looked at besides, of the page at this place. `seen` are the pages that others
 * who walk in this manner have met: those looked at alike are not looked at again.
 */
export async function walks(
  { walker, manner, stage, viewers, paths }: Walk,
  how: (at: number) => { axe: boolean; tabs: number },
  seen = new Set<string>(),
): Promise<void> {
  const page = await viewers.opens({
    viewport: sizes[manner.size],
    locale: manner.language === 'ja' ? 'ja-JP' : 'en-GB',
    hasTouch: manner.size === 'phone',
    colorScheme: manner.colours,
    reducedMotion: 'reduce',
  })
  await page.addInitScript((language) => localStorage.setItem('sssbot-locale', language), manner.language)
  await comesAs(walker, page, stage, viewers)
  for (const [at, path] of (walker === 'display' ? ['/wall'] : paths).entries()) {
    const name = `${path} as ${walker}, ${manner.language}, ${manner.size}`
    const { axe, tabs } = how(at)
    await opens(page, stage.bot.app.url, path, manner, name)
    if (manner.size === 'phone') await reflows(page, name)
    const likeness = await likenessOf(page)
    if (seen.has(likeness)) continue
    seen.add(likeness)
    if (axe) await viewers.keepsNobodyOut(page, name)
    if (tabs > 0) await tabsThrough(page, name, tabs)
  }
  await page.context().close()
}

type Focused = { words: string; isSeen: boolean; isMarked: boolean }

const focused = `(() => {
  const it = document.activeElement
  if (!it || it === document.body) return undefined
  const { width, height, top, left } = it.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(it)
  const isSeen = width > 0 && height > 0 && top < innerHeight && top + height > 0 && left >= -1 && left < innerWidth
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  return { words: it.outerHTML.slice(0, 120), isSeen, isMarked }
})()`

/** Goes through it by the keyboard: whatever has the focus is seen, and shows that it has it. */
async function tabsThrough(page: Page, name: string, most: number): Promise<void> {
  const reached = new Set<string>()
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate<Focused | undefined>(focused)
    // Round once: the browser itself has the focus now.
    if (!at) break
    reached.add(at.words)
    expect(at, `${name} by the keyboard`).toEqual({ ...at, isSeen: true, isMarked: true })
  }
  // A screen on the wall has nothing to press.
  const pressed = 'a[href], button, input, select, textarea, summary'
  const there = await page.evaluate<number>(`document.querySelectorAll('${pressed}').length`)
  expect(reached.size, `${name} by the keyboard`).toBeGreaterThanOrEqual(Math.min(2, there))
}
