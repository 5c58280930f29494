import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildWebClient } from '../../sandbox/web/test/built-client.ts'
import { openBrowser } from '../harness/browser.ts'
import { takePicture } from '../harness/picture.ts'
import { slotOf } from './sights.ts'
import type { Stage } from './stage.ts'

/** People of a story before their own browsers. */
export type Viewers = {
  /** Opens the client as a person, at a place (`/c/<channel id>`). What the page complains of fails the test. */
  visit(handle: string, place: string, options?: BrowserContextOptions): Promise<Page>
  /** Leaves a picture in `.build/screenshots`, where `SSSBOT_PICTURES=1` asks for it. */
  picture(page: Page, name: string): Promise<void>
}

/** Registers the hooks that open and close the browser. */
export function setViewers(stage: Stage): Viewers {
  let browser: Browser
  const pages: Page[] = []
  const complaints: string[] = []
  beforeAll(async () => {
    await buildWebClient()
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close()
    expect(complaints.splice(0)).toEqual([])
  })
  return {
    async visit(handle, place, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP', ...options })
      const page = await context.newPage()
      pages.push(page)
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text())
      })
      await page.goto(`${stage.sandbox.url}${place}?as=${handle}`)
      await page.locator('main').waitFor()
      return page
    },
    async picture(page, name) {
      await takePicture(page, name)
    },
  }
}

/** Where one writes to a channel. */
export const composer = (page: Page): Locator => page.getByRole('combobox', { name: /へのメッセージ|^Message #/ })

/** The message of one slot, as it stands on the page. */
export async function onPage(stage: Stage, page: Page, channel: string, slot: string): Promise<Locator> {
  const { ts } = await stage.until(async () =>
    (await stage.channel(channel)).messages.find((each) => slotOf(each)?.startsWith(slot)),
  )
  const message = page.getByRole('log').locator(`[data-ts="${ts}"]`)
  await message.scrollIntoViewIfNeeded()
  return message
}
