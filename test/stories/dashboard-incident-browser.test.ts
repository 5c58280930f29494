import { expect, test } from 'vitest'
import { incidentIn } from './conversation.ts'
import { setViewers, sizes } from './dashboard-viewers.ts'
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
  await viewers.look(page, 'dash-12-incident-ja')

  // Somebody at another desk sees what is written here, and it stands in Slack's record.
  const other = await viewers.opens({ locale: 'en-US', viewport: sizes.phone })
  await viewers.signsIn(other, url(), 'alice', `/incidents/${id}`)
  await other.getByRole('heading', { level: 1, name: 'ログインできない' }).waitFor()
  await page.getByRole('textbox', { name: '何がありましたか' }).fill('決済代行会社から電話があった')
  await page.getByRole('button', { name: '書き足す' }).click()
  await page.getByText('書き足しました').waitFor()
  await other.getByText('決済代行会社から電話があった').waitFor()
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
  await page.getByText('事象レベルを決める').click()
  await page.getByRole('combobox', { name: '事象レベル' }).selectOption({ label: 'レベル3（中）' })
  await page.getByRole('button', { name: '決める', exact: true }).click()
  await page.getByRole('region', { name: '事象レベルの変更' }).getByText('未定 → レベル3（中）').waitFor()
  await page.getByRole('button', { name: '決める', exact: true }).click()
  await page.getByText(/すでに/).waitFor()
  await page.getByText('状況を更新する').click()
  await page.getByRole('textbox', { name: '現状' }).fill('DB の接続数が上限に達している')
  await page.getByRole('button', { name: '更新する', exact: true }).click()
  await page.getByRole('region', { name: '状況の更新' }).getByText('DB の接続数が上限に達している').waitFor()
  await viewers.look(page, 'dash-15-act-ja')
  await stage.quiet()
  const said = (await stage.channel(channel)).messages.map(({ text }) => text).join(' ')
  expect(said).toContain('DB の接続数が上限に達している')

  const other = await viewers.opens()
  await viewers.signsIn(other, url(), 'suzuki', `/incidents/${id}`)
  await other.getByRole('heading', { name: 'タイムライン' }).waitFor()
  expect(await other.getByRole('region', { name: '対応を進める' }).count()).toBe(0)
  expect(await other.getByRole('button', { name: '書き足す' }).count()).toBe(0)
}, 120_000)
