import { z } from 'zod'
import { settingKey, wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Change, Refusal, type Unchanged, unchanged } from '../facts/index.ts'
import { type Deed, verb } from '../incident/index.ts'
import { type Page, type PageAnswer, pageAnswers, ringing } from './page.ts'
import { pagesOf, putPageAnswer } from './store.ts'

/** What became of a page, as whoever knows it says: the service that called, by the API, or a person with the telephone at their ear. */
export const answerPage = verb({
  name: 'answer-page',
  input: z.strictObject({
    pager: settingKey,
    answer: z.enum(pageAnswers),
    /** Who answered; of `passed_on`, who is asked next. */
    who: wordsOrNone(100),
  }),
  right: 'respond',
  async change(deed, { pager, answer, who }) {
    const page = ringing(await pagesOf(deed.tx, deed.incident.id)).find((each) => each.pager === pager)
    if (!page) throw new Refusal('page-unknown', {}, 'pager')
    return answered(deed, page, answer, who)
  },
})

/** Writes down what became of a page. Said twice it is said once. */
export async function answered(
  { tx, now }: Pick<Deed, 'tx' | 'now'>,
  page: Page,
  answer: PageAnswer,
  who: string | null,
): Promise<Change<undefined> | Unchanged<undefined>> {
  if (page.answer?.is === answer && page.answer.who === who) return unchanged(undefined)
  await putPageAnswer(tx, page.id, { is: answer, who, at: now })
  const data = { page: page.id, pager: page.pager, n: page.n, answer, who }
  return { facts: [{ subject: incidentSubject(page.incidentId), type: 'paging.answered', data }], result: undefined }
}
