import { expect, test } from 'vitest'
import { startBot } from '../harness/bot.ts'
import { serverUrl } from '../harness/database.ts'
import { proxyUnder } from '../harness/proxy.ts'
import { incidentIn } from './conversation.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { setStage } from './stage.ts'

const minute = 60_000

const stage = setStage('PostgreSQL', {}, () => new Date())
const viewers = setViewers()
const url = () => stage.bot.app.url

test('whoever is not signed in is led through Slack to the board, which lives without reloading', async () => {
  const channel = await stage.as('tanaka').declares({ summary: '決済が遅い。注文の2割がタイムアウトしている' })
  const page = await viewers.opens()
  await page.goto(`${url()}/wall`)
  await viewers.look(page, 'dash-1-choose')
  await page.getByRole('link', { name: /@sato / }).click()
  await page.waitForURL(`${url()}/wall`)
  await page.goto(url())
  const card = page.getByRole('article', { name: /決済が遅い/ })
  await card.getByText('ハンドラー不在').waitFor()
  await expect.poll(() => card.getByRole('listitem').allInnerTexts()).toContain('事象レベル')
  await viewers.look(page, 'dash-2-now-ja')

  // The stream says what changes: the board is not read again.
  await page.route('**/api/v1/board', (route) => route.abort())
  await stage.as('sato').takesNextStep(channel)
  await card.getByText('佐藤').waitFor()
  await stage.as('sato').does(channel, 'set-level', { level: 'level4' })
  await card.getByText('レベル4（大）').waitFor()
  await stage.as('sato').does(channel, 'update', { condition: 'DB の接続数が上限に達している', next_minutes: '30' })
  await card.getByText('DB の接続数が上限に達している').waitFor()
  await page.unroute('**/api/v1/board')
  await stage.pass(45 * minute)
  await page.reload()
  await card.getByText(/の約束から/).waitFor()
  await page.getByRole('heading', { name: 'あなたの対応待ち' }).waitFor()
  await viewers.look(page, 'dash-3-late-ja')

  // Whoever cannot reach the bot is told of when all that is, and that it has come back.
  await page.context().setOffline(true)
  await page.getByText(/ボットに接続できません。.* 時点の表示です/).waitFor()
  await page.context().setOffline(false)
  await page.getByText('ボットに接続できません').waitFor({ state: 'detached' })

  await stage.as('tanaka').declares({ summary: 'Sign-in fails for everybody', service: 'b', kind: 'drill' })
  await page.getByRole('article', { name: /Sign-in fails/ }).waitFor()
  await stage.as('sato').does(channel, 'recover', { permanence: 'provisional' })
  await card.getByText('復旧', { exact: true }).waitFor()
}, 180_000)

test('in English, on a phone and on a wall, light and dark, by keyboard', async () => {
  const channel = await stage.as('tanaka').declares({ summary: 'Checkout is slow for one in five orders' })
  await stage.as('alice').takesNextStep(channel)
  await stage.as('alice').does(channel, 'set-level', { level: 'level5' })
  await stage.as('tanaka').declares({ summary: 'The search shows nothing', service: 'b' })
  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, url(), 'alice')
  await phone.getByRole('article', { name: /Checkout is slow/ }).waitFor()
  await viewers.look(phone, 'dash-4-phone-en')

  const wall = await viewers.opens({ viewport: sizes.wall, locale: 'en-US', colorScheme: 'dark' })
  await viewers.signsIn(wall, url(), 'alice', '/wall')
  await wall.getByRole('article', { name: /Checkout is slow/ }).waitFor()
  await viewers.look(wall, 'dash-5-wall-en')
  // What a wall shows is seen without scrolling, however much is open.
  for (const n of [3, 4, 5, 6, 7, 8, 9]) await stage.as('tanaka').declares({ summary: `The report ${n} is late` })
  await wall.getByText('1 more').waitFor()
  await expect.poll(() => wall.getByRole('article').count()).toBe(8)
  expect(await wall.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(sizes.wall.height)

  // Whoever is elsewhere reads the company's times, and whose they are.
  const desk = await viewers.opens({ locale: 'en-US', colorScheme: 'dark', timezoneId: 'America/New_York' })
  await viewers.signsIn(desk, url(), 'alice')
  await desk.getByText('Times in Japan Standard Time').waitFor()
  await desk.getByRole('article', { name: /Checkout is slow/ }).waitFor()
  await desk.keyboard.press('Tab')
  await desk.locator('.skip:focus').waitFor()
  for (let n = 0; n < 4; n++) await desk.keyboard.press('Tab')
  await desk.keyboard.press('Enter')
  await desk.getByRole('menuitem', { name: 'Signed-in browsers' }).waitFor()
  await viewers.look(desk, 'dash-6-menu-en')
  await desk.keyboard.press('Enter')
  await desk.getByRole('heading', { name: 'Signed-in browsers' }).waitFor()
  await desk.getByText('This browser').waitFor()
  await viewers.look(desk, 'dash-7-sessions-en')
  await desk.goBack()
  await desk.getByRole('button', { name: 'Menu of Alice' }).click()
  await desk.getByRole('menuitem', { name: '日本語' }).click()
  await desk.getByRole('heading', { name: '未完了のインシデント' }).waitFor()
}, 180_000)

test('nobody sees more than they may, and whoever loses the right sees it no longer, at once', async () => {
  const secret = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
  const open = await stage.as('tanaka').declares({ summary: '画面が白い' })
  const [knower, other] = [await viewers.opens(), await viewers.opens()]
  await viewers.signsIn(knower, url(), 'kobayashi')
  await viewers.signsIn(other, url(), 'suzuki')
  await knower.getByRole('article', { name: /顧客名簿/ }).waitFor()
  await viewers.look(knower, 'dash-8-private-ja')
  await other.getByRole('article', { name: /画面が白い/ }).waitFor()
  await expect.poll(() => other.getByRole('article').count()).toBe(1)
  await stage.as('kobayashi').does(secret, 'edit-summary', { summary: '顧客名簿の持ち出しの疑い' })
  await knower.getByRole('article', { name: /持ち出しの疑い/ }).waitFor()

  // Made private, it goes from every board of whoever may not know of it.
  await stage.as('tanaka').does(open, 'set-visibility', { visibility: 'private' })
  await other.getByText('未完了のインシデントはありません').waitFor()
  await viewers.look(other, 'dash-9-none-ja')
  expect(await incidentIn(stage, open)).toMatch(/^inc_/)

  await stage.as('watanabe').do({ do: 'deactivate', user: 'suzuki' })
  await other.waitForURL(/openid\/connect\/authorize|\/sign-in/)
}, 180_000)

test('under a path of a company’s own address, behind its proxy', async () => {
  await stage.as('tanaka').declares({ summary: '決済が遅い' })
  const { host } = new URL(url())
  await using proxy = await proxyUnder('/tools/sssbot', host)
  const config = { publicUrl: proxy.url }
  await using bot = await startBot({ sandbox: stage.sandbox, database: await serverUrl('socket'), config })
  proxy.leadsTo(new URL(bot.app.url).host)
  const page = await viewers.opens()
  await page.goto(`${proxy.url}/sign-in?return=/sessions`)
  await page.getByRole('link', { name: /@sato / }).click()
  await page.waitForURL(`${proxy.url}/sessions`)
  await page.getByText('このブラウザー').waitFor()
  await page.getByRole('link', { name: '対応中' }).click()
  await page.getByText('未完了のインシデントはありません').waitFor()
  expect(page.url()).toBe(`${proxy.url}/`)
  // The page hears that its session has ended before the answer is there: it leads to the front page all the same.
  await page.route('**/sign-out', async (route) => {
    const refused = page.waitForResponse((answer) => answer.status() === 401)
    const response = await route.fetch({ maxRedirects: 0 })
    await refused
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: /のメニュー/ }).click()
  await page.getByRole('menuitem', { name: 'サインアウト' }).click()
  await page.getByRole('link', { name: 'ダッシュボードを開く' }).waitFor()
}, 180_000)

test('what happened before is found again by filters that stand in the address', async () => {
  const first = await stage.as('tanaka').declares({ summary: 'ログインできないお客様が増えている' })
  await stage.as('sato').does(first, 'set-level', { level: 'level4' })
  await stage.as('sato').takesNextStep(first)
  await stage.pass(20 * minute)
  await stage.as('sato').does(first, 'recover', { permanence: 'permanent' })
  await stage.as('tanaka').declares({ summary: '決済の画面が白い', service: 'b' })
  await stage.as('suzuki').declares({ summary: '避難訓練', kind: 'drill' })
  await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'sato', '/incidents')
  const rows = page.getByRole('table', { name: 'インシデントの一覧' }).locator('tbody tr')
  await rows.first().waitFor()
  await expect.poll(() => rows.count()).toBe(2)
  await viewers.look(page, 'dash-10-list-ja')

  // What is open stands there while what other pages need is still on its way.
  const slow = await viewers.opens()
  await slow.route('**/api/v1/catalog', () => {})
  await viewers.signsIn(slow, url(), 'sato')
  await slow.getByRole('article', { name: /決済の画面が白い/ }).waitFor()

  // Where nothing can be drawn without what could not be read, the page says so, and goes on once it can.
  const broken = await viewers.opens()
  // The browser tells its console of what failed, which is what this is about.
  broken.removeAllListeners('console')
  await broken.route('**/api/v1/catalog', (route) =>
    route.fulfill({ status: 404, json: { status: 404, code: 'not-found', detail: '' } }),
  )
  await viewers.signsIn(broken, url(), 'sato', '/incidents')
  await broken.getByRole('alert').getByText('読み込めませんでした').waitFor()
  await broken.unroute('**/api/v1/catalog')
  await broken.getByRole('button', { name: 'もう一度読み込む' }).click()
  await broken.getByRole('table', { name: 'インシデントの一覧' }).waitFor()

  await page.getByRole('combobox', { name: 'サービス' }).selectOption({ label: 'サービスA' })
  await page.waitForURL(/service=a/)
  await page.getByRole('textbox', { name: 'キーワード' }).fill('ログイン')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  // What was found before stays until the answer is there.
  await page.getByText('決済の画面が白い').waitFor({ state: 'detached' })
  await page.getByText('20分', { exact: true }).waitFor()
  await expect.poll(() => rows.count()).toBe(1)
  const address = page.url()
  await page.goBack()
  await page.goBack()
  await page.getByText('決済の画面が白い').waitFor()
  await page.goto(address)
  await page.getByText('ログインできないお客様が増えている').waitFor()
  expect(await page.getByRole('textbox', { name: 'キーワード' }).inputValue()).toBe('ログイン')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  expect(file.suggestedFilename()).toBe('incidents.csv')
  await page.getByRole('link', { name: '絞り込みを外す' }).click()
  await page.getByRole('link', { name: '含める' }).click()
  await page.getByText('避難訓練').waitFor()
  await page.getByRole('combobox', { name: '状態' }).selectOption({ label: '取り下げ' })
  await page.getByText('該当するインシデントはありません').waitFor()

  // An address that asks for nonsense says what is wrong with it.
  await page.goto(`${url()}/incidents?status=nonsense`)
  await page.getByText('このアドレスでは表示できません').waitFor()
  await page.getByRole('alert').filter({ hasText: 'status' }).waitFor()

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, url(), 'alice', '/incidents')
  await phone.getByText('決済の画面が白い').waitFor()
  await viewers.look(phone, 'dash-11-list-phone-en')
}, 180_000)
