import { expect, it } from 'vitest'
import { appFrom } from '../../server/app/manifest.ts'
import { createDriver } from '../../server/testing/driver.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('of a workspace of fifty thousand the first are shown, and everybody is found by typing', async () => {
  await createDriver(stage.sandbox.url).workspace({ people: 50_000, channels: 20_000 })
  const page = await stage.visit('tanaka')
  await page.getByRole('button', { name: /田中 美咲 として操作中/ }).click()
  await page.getByRole('textbox', { name: '人を検索' }).fill('person-049998')
  await page.getByRole('option', { name: /@person-049998/ }).click()
  await page
    .getByRole('button', { name: /として操作中/ })
    .getByText('部署')
    .waitFor()
  await page.getByRole('button', { name: 'チャンネル一覧' }).click()
  await page.getByText('100 件まで表示しています').waitFor()
  await page.getByRole('textbox', { name: 'チャンネルを検索' }).fill('proj-019998')
  await page.getByRole('listitem').filter({ hasText: '#proj-019998' }).waitFor()
})

it('an app of somebody else is not toured, and has a home only where it says so', async () => {
  await stage.sandbox.close()
  await stage.restart({
    app: appFrom('{ display_information: { name: Lunch Bot }, oauth_config: { scopes: { bot: [chat:write] } } }'),
  })
  const page = await stage.visit('alice')
  await page.getByRole('link', { name: /^general/ }).waitFor()
  expect(await page.getByRole('complementary', { name: 'First steps' }).count()).toBe(0)
  expect(await page.getByText('Lunch Bot Home').count()).toBe(0)
})

it('a channel says with whom it is shared and what may not be written there', async () => {
  await createDriver(stage.sandbox.url).workspace({ connect: true, read_only: ['#ext-partner'] })
  const page = await stage.visit('tanaka', '/c/ext-partner')
  await page.getByText('社外と共有', { exact: true }).waitFor()
  await page.getByText('書き込めるのは管理者だけです').waitFor()
})
