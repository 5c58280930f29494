import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildWebClient } from '../../sandbox/web/test/built-client.ts'
import { openBrowser } from '../harness/browser.ts'
import { takePicture } from '../harness/picture.ts'

const root = join(import.meta.dirname, '../..')

/** Every rule of WCAG 2.2 AA, and what axe advises besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The widths at which pages are looked at. */
export const sizes = {
  desk: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
  /** A phone at 200 %, or a desk at 400 %. */
  narrow: { width: 320, height: 640 },
} as const

export type Viewers = {
  /** A browser of its own. What its pages complain of fails the test. */
  opens(options?: BrowserContextOptions): Promise<Page>
  /** Signs a browser in as somebody, and opens a page of the dashboard. */
  signsIn(page: Page, url: string, handle: string, path?: string): Promise<void>
  /** Finds nothing that keeps anybody out, and leaves a picture where one is asked for. */
  look(page: Page, name: string): Promise<void>
  /** Finds nothing that keeps anybody out, without a picture. */
  keepsNobodyOut(page: Page, name: string): Promise<void>
}

/** Registers the hooks that build the dashboard, and open and close the browser. */
export function setViewers(): Viewers {
  let browser: Browser
  const open: Page[] = []
  const complaints: string[] = []
  beforeAll(async () => {
    await buildWebClient(join(root, 'web'))
    browser = await openBrowser()
  }, 240_000)
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close()
    expect(complaints.splice(0)).toEqual([])
  })
  return {
    async opens(options = {}) {
      const context = await browser.newContext({ viewport: sizes.desk, locale: 'ja-JP', ...options })
      const page = await context.newPage()
      open.push(page)
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (line) => {
        // What is not there, not for whoever looks, or refused is answered so; and a story may take the network away.
        const isMeant = /\b(400|401|403|404|409|422)\b|ERR_INTERNET_DISCONNECTED/.test(line.text())
        if (line.type() === 'error' && !isMeant) complaints.push(line.text())
      })
      return page
    },
    async signsIn(page, url, handle, path = '/') {
      await page.goto(`${url}/sign-in?return=${encodeURIComponent(path)}`)
      await page.getByRole('link', { name: `@${handle} ` }).click()
      await page.locator('main').waitFor()
    },
    async look(page, name) {
      await takePicture(page, name, true)
      await keepsNobodyOut(page, name)
    },
    keepsNobodyOut,
  }
}

async function keepsNobodyOut(page: Page, name: string): Promise<void> {
  // The other way opens a second page each time, for frames of other sites: no page here has any, and it doubles the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' · ')}`)
  expect(found, name).toEqual([])
}
