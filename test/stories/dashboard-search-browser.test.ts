import { expect, test } from 'vitest'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', {}, () => new Date())
const viewers = setViewers()
const url = () => stage.bot.app.url

test('what was said is found on a page, whose address can be sent on, in both languages and on a phone', async () => {
  const channel = await stage.as('tanaka').declares({ summary: 'ログインできない' })
  for (let n = 1; n <= 21; n++) await stage.as('sato').says(`#${channel}`, `${n} 回目: ﾛｸﾞｲﾝ画面はまだ白い`)
  await stage.as('kobayashi').declares({ summary: 'ログイン情報の流出', visibility: 'private' })
  await stage.quiet()

  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'suzuki')
  await page.getByRole('navigation').getByRole('link', { name: '検索' }).click()
  await page.getByText('全角・半角やかなの違いは気にしません').waitFor()
  await page.getByRole('searchbox', { name: '探す言葉' }).fill('ろぐいん')
  await page.getByRole('searchbox', { name: '探す言葉' }).press('Enter')
  await page.waitForURL(/\/search\?q=/)
  const hits = page.getByRole('list', { name: '検索結果' }).getByRole('listitem')
  await hits.first().waitFor()
  await expect.poll(() => hits.count()).toBe(20)
  await expect.poll(() => hits.locator('mark').allTextContents()).toContain('ﾛｸﾞｲﾝ')
  await viewers.look(page, 'dash-20-search-ja')
  await page.getByRole('link', { name: '次の結果' }).click()
  await page.waitForURL(/cursor=/)
  await expect.poll(() => hits.count()).toBe(2)
  expect(await page.getByText('流出').count()).toBe(0)
  await page.getByRole('combobox', { name: '場所' }).selectOption({ label: '概要' })
  await page.getByRole('button', { name: '検索する' }).click()
  await page.waitForURL(/kind=summary/)
  await page.getByText('1 件').waitFor()

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', colorScheme: 'dark' })
  await viewers.signsIn(phone, url(), 'alice', `/search?q=${encodeURIComponent('画面 21')}`)
  await phone.getByText('1 found').waitFor()
  await viewers.look(phone, 'dash-21-search-phone-en')
  await phone.getByRole('link', { name: 'ログインできない' }).click()
  await phone.getByRole('heading', { level: 1, name: 'ログインできない' }).waitFor()
  await phone.goBack()
  await phone.getByRole('searchbox', { name: 'Words' }).fill('nothing of the kind')
  await phone.getByRole('button', { name: 'Search' }).click()
  await phone.getByText('Nothing was found').waitFor()
  await viewers.look(phone, 'dash-22-search-none-phone-en')
}, 240_000)
