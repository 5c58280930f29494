import { expect, test } from 'vitest'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', {}, () => new Date())
const viewers = setViewers()
const url = () => stage.bot.app.url

test('tokens are made, shown once and revoked; a screen shows the wall by the link that it is given', async () => {
  await stage.as('tanaka').declares({ summary: '決済が遅い' })
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'watanabe', '/tokens')
  await page.getByText('トークンはありません').waitFor()
  await page.getByRole('textbox', { name: '名前' }).fill('受付の画面')
  await page.getByRole('combobox', { name: '用途' }).selectOption({ value: 'display' })
  await page.getByRole('button', { name: '作る' }).click()
  const link = await page.locator('code', { hasText: '/display/' }).innerText()
  await page.getByRole('row', { name: /受付の画面/ }).waitFor()
  await viewers.look(page, 'dash-30-tokens-ja')

  const screen = await viewers.opens({ viewport: sizes.wall })
  await screen.goto(link)
  await screen.getByRole('article', { name: /決済が遅い/ }).waitFor()
  expect(new URL(screen.url()).pathname).toBe('/wall')
  await viewers.look(screen, 'dash-31-display-ja')

  await page.getByRole('button', { name: '「受付の画面」を取り消す' }).click()
  await viewers.look(page, 'dash-32-revoke-ja')
  await page.getByRole('dialog').getByRole('button', { name: '取り消す' }).click()
  await page.getByText('トークンはありません').waitFor()

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, url(), 'alice', '/tokens')
  await phone.getByRole('heading', { name: 'Make a new one' }).waitFor()
  await viewers.look(phone, 'dash-33-tokens-phone-en')
}, 240_000)

test('who administers the bot reads the settings in force, others that they may not; everybody reads the API', async () => {
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'watanabe', '/settings')
  await page.getByText('services', { exact: true }).click()
  await viewers.look(page, 'dash-34-settings-ja')
  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, url(), 'alice', '/docs/api')
  await phone.getByText('Declare an incident').click()
  await viewers.look(phone, 'dash-35-api-phone-en')
  await phone.goto(`${url()}/settings`)
  await phone.getByText('Only who administers the bot sees the settings.').waitFor()
}, 240_000)
