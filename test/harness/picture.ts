import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures of the stories are left, to be looked at. */
const folder = join(import.meta.dirname, '../../.build/screenshots')

/** Taking them costs a story in a browser a good part of its time, so a run that nobody looks at takes none. */
const isWanted = process.env.SSSBOT_PICTURES === '1'

/** Leaves a picture of what a page shows in `.build/screenshots`, where `SSSBOT_PICTURES=1` asks for it. `whole`: as far as it scrolls. */
export async function takePicture(page: Page, name: string, whole = false): Promise<void> {
  if (!isWanted) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', fullPage: whole })
}
