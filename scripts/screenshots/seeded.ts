import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { openStage } from '../../bench/stage.ts'
import type { Cast } from './casts.ts'

const run = promisify(execFile)

/** Enough incidents to fill a list, and few enough to be quick. */
const company = ['--incidents', '300', '--messages', '10']

/** Takes the pictures of the dashboard, in a company of three years (`npm run seed`), for both languages. */
export async function pictureSeeded(
  browser: Browser,
  { root, place, settings, casts }: { root: string; place: string; settings: string; casts: readonly Cast[] },
): Promise<void> {
  const stage = await openStage()
  const dataDir = stage.newFolder()
  await run(process.execPath, ['scripts/seed/main.ts', ...company], {
    cwd: root,
    env: { ...process.env, SSSBOT_DATA: dataDir },
  })
  const bot = await stage.startBot({ name: 'PGlite' }, settings, { dataDir })
  try {
    for (const cast of casts) await pictures(browser, bot.url, place, cast)
  } finally {
    await bot.end()
    await stage.end()
  }
}

async function pictures(browser: Browser, botUrl: string, place: string, cast: Cast): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 780 },
    deviceScaleFactor: 1.25,
    locale: cast.browserLocale,
    timezoneId: 'Asia/Tokyo',
  })
  const page = await context.newPage()
  await page.goto(`${botUrl}/sign-in?return=/`)
  const chooser = new URL(page.url())
  chooser.searchParams.set('sandbox_as', cast.handler)
  await page.goto(chooser.href)
  const take = async (name: string) => {
    const waiting = page.locator('[data-waiting-for]')
    while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' })
    await page.evaluate('document.fonts.ready')
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(place, `${name}.${cast.locale}.png`), animations: 'disabled' })
  }
  await page.getByRole('article').first().waitFor()
  await take('dashboard')
  await page.goto(`${botUrl}/incidents?status=completed&level=level4`)
  // Incidents are told in the language of who declared them.
  const own = page.getByRole('table').getByRole('link', { name: cast.ownLetters })
  await own.first().waitFor()
  await take('list')
  await own.first().click()
  await page.locator('#act').waitFor()
  await take('page')
  await context.close()
}
