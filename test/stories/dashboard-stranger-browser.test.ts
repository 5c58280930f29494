import { expect, test } from 'vitest'
import { storiesOf } from '../../scripts/seed/company.ts'
import { writeAll } from '../../scripts/seed/write.ts'
import { setViewers } from './dashboard-viewers.ts'
import { setStage } from './stage.ts'

const stage = setStage('PostgreSQL', {}, () => new Date())
const viewers = setViewers()
/** The day of the company's zone, which the search means: just before midnight in London it is tomorrow's in Tokyo. */
const dayInTokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
const yearMs = 365 * 24 * 3_600_000

/** A company of three years, and of its oldest incidents one that was explained: what it was called, when it was, and why it was. */
async function threeYears(): Promise<{ summary: string; about: string; day: string; cause: string }> {
  const { db, settings } = stage.bot.app.world
  const company = { seed: 3, incidents: 160, open: 0, until: new Date(), messagesEach: 2 }
  await writeAll(db, storiesOf(company, settings()), () => {})
  const { summary, cause, at } = await db.read
    .selectFrom('postmortem_texts')
    .innerJoin('incidents', 'id', 'incident_id')
    .select(['summary', 'postmortem_texts.words as cause', 'declared_at as at'])
    .where('section', '=', 'cause')
    .where('visibility', '=', 'public')
    .where('kind', '=', 'real')
    .where('summary', 'like', '%、%が%')
    .where('declared_at', '<', new Date(Date.now() - 2 * yearMs))
    .orderBy('declared_at')
    .executeTakeFirstOrThrow()
  const about =
    summary
      .split('、')
      .at(-1)
      ?.split(/[がをで]/)[0] ?? ''
  return { summary, about, day: dayInTokyo.format(at), cause: cause ?? '' }
}

test('from the first click of somebody who has never been here to the incident, three years back, that explains today’s', async () => {
  const then = await threeYears()
  const today = `${then.about}がおかしいというお問い合わせ`
  await stage.as('yamamoto').declares({ summary: today })

  // The front page is all that a stranger sees: of incidents it says nothing.
  const page = await viewers.opens()
  await page.goto(stage.bot.app.url)
  expect(await page.locator('main').textContent()).not.toContain(then.about)
  await page.getByRole('link', { name: 'ダッシュボードを開く' }).click()
  await page.getByRole('link', { name: /@ito / }).click()

  // What burns is the first thing they see, and what it is.
  await page
    .getByRole('article', { name: new RegExp(then.about) })
    .getByRole('link', { name: today })
    .click()
  await page.getByRole('heading', { level: 1, name: today }).waitFor()
  await page.getByText('ハンドラー未定', { exact: true }).waitFor()

  // Has it been before? They look for the words, in what is long ago.
  await page.getByRole('navigation', { name: 'ページ' }).getByRole('link', { name: '検索' }).click()
  await page.getByRole('searchbox', { name: '探す言葉' }).fill(then.about)
  await page.getByRole('textbox', { name: '日付（まで）' }).fill(then.day)
  await page.keyboard.press('Enter')
  const found = page.getByRole('list', { name: '検索結果' })
  await found.locator('mark').first().waitFor()
  await viewers.look(page, 'dash-40-found-ja')
  await found.getByRole('link', { name: then.summary, exact: true }).first().click()

  // And they read why it was.
  await page.getByRole('heading', { level: 1, name: then.summary }).waitFor()
  await page.getByText('本文を読む').click()
  await page
    .getByText(then.cause.split('\n')[0] ?? '')
    .first()
    .waitFor()
  await viewers.look(page, 'dash-41-explained-ja')
}, 240_000)
