import { expect, test } from 'vitest'
import { claims } from '../models/server.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { setModelStage } from './models-stage.ts'

const stage = setModelStage('PostgreSQL')
const viewers = setViewers()

test('who administers the bot reads what was sent to a model, word for word; others read that they may not', async () => {
  const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
  await stage.as('sato').says(`#${channel}`, '決済 API が 503 を返しています')
  await stage.quiet()
  const asked = await stage.asked(channel)
  stage.models.answer(() => claims({ words: '決済 API が 503 を返している', sources: ['m1'], part: 'three' }))
  await stage.asks(asked)
  const [row] = await stage.ledger()
  const page = await viewers.opens()
  await viewers.signsIn(page, stage.bot.app.url, 'watanabe', '/ledger')
  await page.getByText('要約', { exact: true }).click()
  expect(await page.locator('pre').first().textContent()).toBe(row?.request)
  await viewers.look(page, 'dash-50-ledger-ja')
  const saved = await page.request.get(await page.getByRole('link', { name: /CSV/ }).evaluate((a) => a.href))
  expect(await saved.text()).toContain('503')

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, stage.bot.app.url, 'alice', '/ledger')
  await phone.getByText('may read the ledger').waitFor()
  expect(await phone.getByText('503').count()).toBe(0)
}, 240_000)
