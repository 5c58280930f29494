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
  await phone.getByRole('heading', { name: 'Create a token' }).waitFor()
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
  await phone.getByText('Only administrators of the bot can see the settings.').waitFor()
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
  for (const [language, closed, set] of [
    ['ja', 'ほかの条件', 'ほかの条件（2件を設定中）'],
    ['en', 'More filters', 'More filters (2 set)'],
  ]) {
    await phone.evaluate((language) => localStorage.setItem('sssbot-locale', language ?? ''), language)
    await phone.goto(`${url()}/incidents?kind=all`)
    await phone.getByText(closed ?? '', { exact: true }).waitFor()
    await phone.goto(`${url()}/incidents?person=tanaka&tag=db`)
    await phone.getByText(set ?? '', { exact: true }).waitFor()
    expect(await phone.getByRole('textbox', { name: /関わった人|Who took part/ }).isVisible()).toBe(false)
    await phone.goto(`${url()}/incidents`)
    await phone.getByText(closed ?? '', { exact: true }).click()
    // A hint that is wider than its field is cut in the middle of a word.
    expect(await phone.evaluate<string[]>(cutHints), language).toEqual([])
  }
  await page.goto(`${url()}/incidents?person=tanaka`)
  await page.getByRole('textbox', { name: '関わった人' }).waitFor()
  expect(await page.evaluate<string[]>(cutHints)).toEqual([])
}, 240_000)

/** The hints on a page that do not fit into their fields. */
const cutHints = `[...document.querySelectorAll('input[placeholder]')].flatMap((input) => {
  const style = getComputedStyle(input)
  const pen = document.createElement('canvas').getContext('2d')
  pen.font = style.font
  const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  return pen.measureText(input.placeholder).width > room ? [input.placeholder] : []
})`
