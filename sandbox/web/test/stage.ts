import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser } from '../../../test/harness/browser.ts'
import type { State } from '../../protocol.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../server/index.ts'
import { buildWebClient } from './built-client.ts'
import { type SampleApp, startSampleApp } from './sample-app.ts'

/** A sandbox with a small app on it, and a browser before it; each test gets its own. */
export type Stage = {
  sandbox: Sandbox
  app: SampleApp
  /** Opens the client as a person, at a place. Whatever the page complains of fails the test. */
  visit(person: string, place?: string, options?: BrowserContextOptions): Promise<Page>
  act(deed: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Calls the Web API as the app. */
  call(method: string, args: Record<string, unknown>): Promise<void>
  state(): Promise<State>
  /** Puts another sandbox in the place of the one that was closed. */
  restart(options: SandboxOptions): Promise<void>
  /** What pages complained of so far; a test that expects complaints takes them away. */
  complaints: string[]
}

/** Registers the hooks that set the stage, and answers what each test finds on it. */
export function setStage(): Stage {
  let browser: Browser
  const pages: Page[] = []
  const stage = { complaints: [] as string[] } as Stage

  beforeAll(async () => {
    await buildWebClient()
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    stage.sandbox = await createSandbox({ rateLimits: false })
    stage.app = await startSampleApp(stage.sandbox.url)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close()
    await stage.app.stop()
    await stage.sandbox.close()
    expect(stage.complaints.splice(0)).toEqual([])
  })

  return Object.assign(stage, {
    visit: async (person: string, place = '/c/general', options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'ja-JP', ...options })
      const page = await context.newPage()
      pages.push(page)
      page.setDefaultTimeout(8000)
      page.on('pageerror', (error) => stage.complaints.push(error.message))
      page.on('console', (line) => {
        if (line.type() === 'error') stage.complaints.push(line.text())
      })
      await page.goto(`${stage.sandbox.url}${place}?as=${person}`)
      await page.locator('main').waitFor()
      return page
    },
    act: async (deed: Record<string, unknown>) => {
      const answer = await post(`${stage.sandbox.url}/_sandbox/act`, deed)
      return (await answer.json()) as Record<string, unknown>
    },
    call: async (method: string, args: Record<string, unknown>) => {
      await post(`${stage.sandbox.url}/api/${method}`, args, { authorization: 'Bearer xoxb-sandbox' })
    },
    state: async () => (await (await fetch(`${stage.sandbox.url}/_sandbox/state`)).json()) as State,
    restart: async (options: SandboxOptions) => {
      stage.sandbox = await createSandbox(options)
    },
  })
}

/** Where one writes to a channel. */
export function composer(page: Page): Locator {
  return page.getByRole('combobox', { name: /へのメッセージ|^Message #/ })
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
