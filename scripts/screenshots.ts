/**
 * Takes the pictures of the documentation, in docs/screenshots: of Slack from an incident in the sandbox, of the dashboard from the seed. Where `npm test` has set
 * everything up: node_modules/.bin/node scripts/screenshots.ts
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { openStage, type Stage } from '../bench/stage.ts'
import type { Channel, Message } from '../sandbox/protocol.ts'
import { openBrowser } from '../test/harness/browser.ts'
import { type Cast, casts } from './screenshots/casts.ts'
import { pictureSeeded } from './screenshots/seeded.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, 'docs', 'screenshots')
const sample = readFileSync(join(root, 'sssbot.yaml'), 'utf8')
mkdirSync(place, { recursive: true })

const browser = await openBrowser()
try {
  for (const cast of casts) await evening(browser, cast)
  await pictureSeeded(browser, { root, place, settings: sample, casts })
} finally {
  await browser.close()
}

/** One incident, told in one language, on a workspace of its own. */
async function evening(browser: Browser, cast: Cast): Promise<void> {
  const stage = await openStage()
  const settings = sample
    .replace('language: ja', `language: ${cast.locale}`)
    .replace('channel_name: サービスa', `channel_name: ${cast.channelName}`)
  const bot = await stage.startBot({ name: 'PGlite' }, settings)
  try {
    await tell(browser, stage, cast)
  } finally {
    await bot.end()
    await stage.end()
  }
}

async function tell(browser: Browser, stage: Stage, cast: Cast): Promise<void> {
  const { driver, sandboxUrl } = stage
  const channels = async () => (await driver.state()).channels
  const before = new Set((await channels()).map((each) => each.id))
  const open = async (handle: string, channel: string, height = 760): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1180, height },
      deviceScaleFactor: 1.25,
      locale: cast.browserLocale,
      timezoneId: 'Asia/Tokyo',
    })
    await context.addInitScript(() => localStorage.setItem('sandbox.hint-dismissed', 'yes'))
    const page = await context.newPage()
    await page.goto(`${sandboxUrl}/c/${channel}?as=${handle}`)
    await page.locator('main').waitFor()
    return page
  }
  const picture = async (page: Page, name: string) => {
    await page.evaluate('document.fonts.ready')
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(place, `${name}.${cast.locale}.png`), animations: 'disabled' })
    await page.context().close()
  }
  const channelIn = async (found: (channel: Channel) => boolean): Promise<Channel> => {
    for (;;) {
      const channel = (await channels()).find(found)
      if (channel) return channel
      await wait(100)
    }
  }
  const general = await channelIn((each) => each.name === 'general')
  await driver.act({ as: cast.declarer, do: 'post', channel: '#general', text: `<@U0SSSBOT01> ${cast.call}` })

  const form = await open(cast.declarer, general.id)
  await form.locator('button:has-text("🚨")').last().click()
  const dialog = form.getByRole('dialog', { name: cast.formTitle })
  await dialog.getByRole('combobox').first().click()
  await form.getByRole('option', { name: cast.service }).click()
  await dialog.getByRole('textbox').first().fill(cast.summary)
  await dialog.getByRole('combobox').nth(1).click()
  await form.getByRole('option').nth(1).click()
  const submitted = form.context()
  await form.screenshot({ path: join(place, `declare.${cast.locale}.png`), animations: 'disabled' })
  await dialog.getByRole('button', { name: cast.declare, exact: true }).click()
  const incident = await channelIn(
    (each) => !before.has(each.id) && !each.is_im && each.messages.some((message) => message.metadata !== undefined),
  )
  await submitted.close()

  const card = incident.messages.find((message) => message.metadata?.event_payload.slot === 'card')
  const next = (value: string) =>
    driver.act({ as: cast.handler, do: 'click', channel: incident.id, ts: card?.ts, action_id: 'incident.menu', value })
  await next('take-handler')
  const level = await next('set-level')
  if (level.ok && level.view) {
    const values = { level: 'level4', reason: cast.reason }
    await driver.act({ as: cast.handler, do: 'submit', view_id: level.view.id, values })
  }
  const edit = await next('edit-summary')
  if (edit.ok && edit.view) {
    await driver.act({ as: cast.handler, do: 'submit', view_id: edit.view.id, values: { impact: cast.impact } })
  }
  await channelIn((each) => each.id === incident.id && /summary_edited/.test(JSON.stringify(each.messages)))
  const update = await next('update')
  if (update.ok && update.view) {
    await driver.act({ as: cast.handler, do: 'submit', view_id: update.view.id, values: cast.update })
  }
  await channelIn((each) => each.id === incident.id && /updates\.posted/.test(JSON.stringify(each.messages)))
  for (const [who, text] of cast.words) await driver.act({ as: who, do: 'post', channel: incident.id, text })

  const channel = await open(cast.handler, incident.id, 700)
  await channel.locator(`[data-ts="${card?.ts}"]`).scrollIntoViewIfNeeded()
  await picture(channel, 'incident')

  const incidents = await channelIn((each) => each.name === 'incidents')
  await picture(await open(cast.reader, incidents.id, 480), 'broadcast')

  const recover = await next('recover')
  if (recover.ok && recover.view) await driver.act({ as: cast.handler, do: 'submit', view_id: recover.view.id })
  await channelIn((each) => each.id === incident.id && each.messages.some(isDraft))
  await next('postmortem')
  await picture(await open(cast.handler, incident.id, 1040), 'postmortem')
}

/** Whether a message says that the draft of the postmortem is there. */
function isDraft({ metadata }: Message): boolean {
  return metadata?.event_payload.slot === 'postmortem'
}
