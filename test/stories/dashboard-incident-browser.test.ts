import { expect, test } from 'vitest'
import { incidentIn } from './conversation.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
import { stands } from './dashboard-walk.ts'
import { setStage } from './stage.ts'

const minute = 60_000

const stage = setStage('PostgreSQL', {}, () => new Date())
const viewers = setViewers()
const url = () => stage.bot.app.url

test('an incident is told on one page: its times as a picture, who did what, and what was said; and somebody writes on it', async () => {
  const channel = await stage.as('tanaka').declares({ summary: 'ログインできないお客様が増えている' })
  const id = await incidentIn(stage, channel)
  await stage.pass(3 * minute)
  await stage.as('sato').takesNextStep(channel)
  await stage.as('sato').does(channel, 'set-level', { level: 'level4', reason: '問い合わせが急増' })
  await stage
    .as('sato')
    .does(channel, 'edit-summary', { summary: 'ログインできない', impact: '一部のお客様がログインできない' })
  await stage
    .as('sato')
    .does(channel, 'update', { condition: 'DB の接続数が上限', action: '設定を戻している', next_minutes: '30' })
  await stage.as('sato').does(channel, 'add-todo', { text: '再起動の手順を確認する', owner: 'U0ALICE' })
  await stage.pass(25 * minute)

  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'sato')
  await page.getByRole('link', { name: 'ログインできない' }).click()
  await page.getByRole('heading', { level: 1, name: 'ログインできない' }).waitFor()
  const picture = page.getByRole('img', { name: /発生時刻は未確認です。分かっている時点から28分続いています/ })
  await picture.waitFor()
  const times = page.getByRole('table', { name: '影響と対応の時間' })
  await times
    .getByRole('row', { name: /1\. 発生/ })
    .getByText('不明')
    .waitFor()
  await times
    .getByRole('row', { name: /4\. ハンドラー着任/ })
    .getByText('宣言から 3分')
    .waitFor()
  await times
    .getByRole('row', { name: /6\. 復旧/ })
    .getByText('まだ')
    .waitFor()
  await page.getByRole('region', { name: 'TODO' }).getByText('再起動の手順を確認する').waitFor()
  await page.getByRole('region', { name: '事象レベルの変更' }).getByText('未定 → レベル4（大）').waitFor()
  const timeline = page.getByRole('region', { name: 'タイムライン' })
  await timeline.getByRole('button', { name: /^状況の更新 1$/ }).click()
  await timeline
    .getByText('設定を戻している')
    .or(timeline.getByText(/DB の接続数が上限/))
    .first()
    .waitFor()
  await expect.poll(() => timeline.getByRole('listitem').count()).toBe(1)
  await timeline.getByRole('button', { name: 'すべて' }).click()
  const summary = page.getByRole('region', { name: '要約' })
  await summary.getByText('DB の接続数が上限').first().waitFor()
  await summary.getByText('前回見たときからの動き').click()
  await summary.getByText('はじめて見るので、これまでの動きすべて').waitFor()
  await viewers.look(page, 'dash-12-incident-ja')

  // Somebody at another desk sees what is written here, and it stands in Slack's record.
  const other = await viewers.opens({ locale: 'en-US', viewport: sizes.phone })
  // What the page tells is asked for at once: it does not wait for the names of services and levels.
  const isAsked = other.waitForRequest('**/detail')
  await other.route('**/api/v1/catalog', async (route) => {
    await isAsked
    await route.continue()
  })
  await viewers.signsIn(other, url(), 'alice', `/incidents/${id}`)
  await other.getByRole('heading', { level: 1, name: 'ログインできない' }).waitFor()
  await page.getByRole('button', { name: '書き足す', exact: true }).click()
  const entry = page.getByRole('dialog')
  await entry.getByRole('textbox', { name: '何があったか' }).fill('決済代行会社から電話があった')
  await viewers.look(page, 'dash-13-entry-ja')
  await entry.getByRole('button', { name: '書き足す' }).click()
  await page.getByText('反映しました').waitFor()
  await other.getByText('決済代行会社から電話があった', { exact: true }).waitFor()
  await viewers.look(other, 'dash-13-incident-phone-en')

  await stage.as('sato').does(channel, 'recover', { permanence: 'permanent' })
  await page
    .getByText(/続き、復旧しました|復旧までは28分でした/)
    .first()
    .waitFor()
  await page.getByText('本文を読む').click()
  await page.getByRole('heading', { level: 3 }).first().waitFor()
  await viewers.look(page, 'dash-14-incident-recovered-ja')
}, 180_000)

test('of what somebody may not know there is no page', async () => {
  const channel = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
  const id = await incidentIn(stage, channel)
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'suzuki', `/incidents/${id}`)
  await page.getByRole('heading', { name: 'このページはありません' }).waitFor()
  expect(await page.content()).not.toContain('顧客名簿')
  const knower = await viewers.opens()
  await viewers.signsIn(knower, url(), 'kobayashi', `/incidents/${id}`)
  await knower.getByRole('heading', { name: '顧客名簿の持ち出し' }).waitFor()
}, 120_000)

test('whoever may responds on the page as in Slack, a refusal stands at its field, and others find nothing to press', async () => {
  await stage.bot.configure({ access: { responders: ['@service-a'] } })
  const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
  const id = await incidentIn(stage, channel)
  const page = await viewers.opens()
  await viewers.signsIn(page, url(), 'sato', `/incidents/${id}`)
  await page.getByRole('button', { name: 'ハンドラーになる' }).click()
  await page.getByRole('region', { name: '役割' }).getByText('佐藤 健').waitFor()
  await page.getByRole('button', { name: 'レベルを変える' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: '事象レベル' }).selectOption({ value: 'level3' })
  await viewers.look(page, 'dash-15-form-ja')
  await form.getByRole('button', { name: '決める' }).click()
  await page.getByRole('region', { name: '事象レベルの変更' }).getByText('未定 → レベル3（中）').waitFor()
  await page.getByRole('button', { name: 'レベルを変える' }).click()
  await form.getByRole('button', { name: '決める' }).click()
  await form.getByText(/すでに/).waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await page.getByRole('region', { name: '対応を進める' }).getByRole('button', { name: '状況を更新する' }).click()
  await form.getByRole('textbox', { name: '現状' }).fill('DB の接続数が上限に達している')
  await form.getByRole('button', { name: '更新する', exact: true }).click()
  await page.getByRole('region', { name: '状況の更新' }).getByText('DB の接続数が上限に達している').waitFor()
  await viewers.look(page, 'dash-15-act-ja')
  await stage.quiet()
  const said = (await stage.channel(channel)).messages.map(({ text }) => text).join(' ')
  expect(said).toContain('DB の接続数が上限に達している')

  // Beside days nobody could read the minutes: the days are drawn shorter, which is said.
  const data = { occurred_at: new Date(stage.bot.app.world.clock.now().getTime() - 5 * 24 * 3_600_000).toISOString() }
  const set = await page.request.post(`${url()}/api/v1/incidents/${id}/edit-times`, {
    data,
    headers: { origin: url() },
  })
  expect(set.status()).toBe(200)
  const picture = page.getByRole('region', { name: '影響と対応の時間' })
  await picture.getByText(/印の区間（5日）は縮めて描いています/).waitFor()
  await viewers.look(page, 'dash-15-days-ja')

  const other = await viewers.opens()
  await viewers.signsIn(other, url(), 'suzuki', `/incidents/${id}`)
  // What is not there is looked for once all is: only what narrows the timeline is left.
  const filter = other.getByRole('group', { name: '表示する種類' }).getByRole('button')
  await filter.first().waitFor()
  await stands(other)
  expect(await other.getByRole('region', { name: '対応を進める' }).count()).toBe(0)
  const buttons = other.getByRole('main').getByRole('button')
  await expect.poll(async () => (await buttons.count()) - (await filter.count())).toBe(0)
}, 120_000)

test('two people put the same thing right: the second is told, keeps what was written, and sends it after a look', async () => {
  const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
  const id = await incidentIn(stage, channel)
  const [his, hers] = [await viewers.opens(), await viewers.opens({ locale: 'en-US', viewport: sizes.phone })]
  await viewers.signsIn(his, url(), 'sato', `/incidents/${id}`)
  await viewers.signsIn(hers, url(), 'alice', `/incidents/${id}`)
  await his.getByRole('button', { name: '概要と影響を直す' }).click()
  await hers.getByRole('region', { name: 'Customer impact' }).getByRole('button').click()
  await hers.getByRole('dialog').getByRole('textbox', { name: 'Customer impact' }).fill('One order in five')
  await his.getByRole('dialog').getByRole('textbox', { name: '何が起きていますか？' }).fill('決済が失敗する')
  await his.getByRole('dialog').getByRole('button', { name: '直す', exact: true }).click()
  await his.getByRole('heading', { level: 1, name: '決済が失敗する' }).waitFor()
  await hers.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await hers.getByText(/Someone changed this while you had it open/).waitFor()
  await hers.getByText('(It now says: 決済が失敗する)').waitFor()
  await viewers.look(hers, 'dash-16-crossed-phone-en')
  expect(await hers.getByRole('textbox', { name: 'Customer impact' }).inputValue()).toBe('One order in five')
  await hers.getByRole('textbox', { name: /What/ }).fill('決済が失敗する')
  await hers.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await hers.getByRole('region', { name: 'Customer impact' }).getByText('One order in five').waitFor()
  await hers.getByRole('heading', { level: 1, name: '決済が失敗する' }).waitFor()
  await viewers.look(hers, 'dash-17-incident-phone-en')

  // Whoever looks at the record takes it back.
  await his.getByRole('link', { name: '変更の記録' }).click()
  await his.getByRole('heading', { level: 1, name: /変更の記録/ }).waitFor()
  await viewers.look(his, 'dash-18-history-ja')
  await his
    .getByRole('button', { name: /元に戻す/ })
    .first()
    .click()
  await his.getByText('元に戻しました').waitFor()
  await hers.getByRole('region', { name: 'Customer impact' }).getByText('Not written yet').waitFor()
  await hers.goto(`${url()}/incidents/${id}/history`)
  await hers.getByText('One order in five').first().waitFor()
  await viewers.look(hers, 'dash-19-history-phone-en')
}, 180_000)
