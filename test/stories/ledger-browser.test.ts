import { expect, test } from 'vitest'
import { noteUse } from '../../src/rooms/assistant/index.ts'
import { claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
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
  await stage.as('sato').says(`#${channel}`, '切り戻しました')
  await stage.quiet()
  stage.models.answer(() => claims({ words: 'The API returns 503', sources: ['p1'] }))
  await stage.asks(await stage.asked(channel))
  const [row] = await stage.ledger()
  const incident = await incidentIn(stage, channel)
  await settles(incident, 'update', ['as-is', 'as-is', 'dropped'])
  const secret = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
  await settles(await incidentIn(stage, secret), 'letter:customers', ['as-is'])
  const page = await viewers.opens()
  await viewers.signsIn(page, stage.bot.app.url, 'watanabe', '/ledger')
  const drafts = page.getByRole('table', { name: '下書きの利用（直近90日）' })
  const row90 = drafts.getByRole('row', { name: /状況更新/ })
  await expect.poll(() => row90.getByRole('cell').allTextContents()).toEqual(['2 67%', '0 0%', '1 33%'])
  // Of what is private and not for the reader nothing is counted.
  await expect.poll(() => drafts.getByRole('row').count()).toBe(2)
  const attempts = page.locator('details')
  // An answer that came and was no use is not called an answer.
  await attempts.first().getByText('返事を使えませんでした（別の言語で返ってきました）').waitFor()
  await attempts.last().getByText('要約', { exact: true }).click()
  expect(await attempts.last().locator('pre').first().textContent()).toBe(row?.request)
  await viewers.look(page, 'dash-50-ledger-ja')
  const saved = await page.request.get(await page.getByRole('link', { name: /CSV/ }).evaluate((a) => a.href))
  expect(await saved.text()).toContain('503')

  const phone = await viewers.opens({ viewport: sizes.phone, locale: 'en-US', hasTouch: true })
  await viewers.signsIn(phone, stage.bot.app.url, 'alice', '/ledger')
  await phone.getByText('can read the ledger').waitFor()
  expect(await phone.getByText('503').count()).toBe(0)
}, 240_000)

/** What became of drafts in an incident, one after the other. */
async function settles(incidentId: string, purpose: string, uses: readonly ('as-is' | 'dropped')[]): Promise<void> {
  for (const [n, use] of uses.entries())
    await noteUse(stage.bot.app.world, { incidentId, by: 'U0SATO', purpose, what: `${purpose}:${n}` }, use)
}
