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
  const link = (await page.locator('code', { hasText: '/display/' }).textContent()) ?? ''
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

test('a view of the list is saved under a name, its columns too, and found again by everybody', async () => {
  await stage.as('tanaka').declares({ summary: '決済が遅い' })
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'sato', '/incidents?service=a')
  const table = page.getByRole('table', { name: 'インシデントの一覧' })
  await table.getByRole('columnheader', { name: 'ハンドラー' }).waitFor()
  await page.getByText('列を選ぶ').first().click()
  await page.getByRole('checkbox', { name: 'ハンドラー' }).uncheck()
  await table.getByRole('columnheader', { name: 'ハンドラー' }).waitFor({ state: 'detached' })
  await page.waitForURL(/columns=/)
  await page.getByText('この絞り込みを保存する').click()
  await page.getByRole('textbox', { name: '絞り込みの名前' }).fill('サービスA')
  await page.getByRole('checkbox', { name: '全員に見せる' }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('navigation', { name: '保存した絞り込み' }).getByRole('link', { name: 'サービスA' }).waitFor()
  await viewers.look(page, 'dash-36-views-ja')

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, url(), 'alice', '/incidents')
  await phone.getByRole('link', { name: 'サービスA' }).click()
  await phone.waitForURL(/service=a.*columns=/)
  await viewers.look(phone, 'dash-37-views-phone-en')
}, 240_000)
