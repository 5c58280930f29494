import { fieldActionId, input, option, section, select, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileResponding } from '../../rooms/faces/index.ts'
import { answerPage, pageAnswers, pageByHand, ringing } from '../../rooms/paging/index.ts'
import { texts } from './form-texts.ts'
import { pagerFields, pagerOptions } from './pager-fields.ts'
import { whyLabel } from './words.ts'

/** Whoever is on call is woken, and one sees here who that is. */
export const pageCommand: Command = {
  ...doing(pageByHand),
  label: (locale) => texts.in(locale)('label.page'),
  spoken: {
    ja: ['当番を呼び出す', 'ページする', '当番', 'オンコール', '当番は誰', 'オンコールは誰', '電話で起こす'],
    en: ['page on-call', 'page', 'on-call', 'on call', 'who is on call', "who's on call", 'wake up'],
    fills: { text: 'reason' },
  },
  offered: whileResponding,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const fields = pagerFields(situation, voice, false)
    const title = t('title.page')
    if (fields.length === 0) return verbForm('page', { situation, voice }, { title }, [section(t('tells.page.none'))])
    return verbForm('page', { situation, voice }, { title, submit: t('submit.page') }, [
      ...fields,
      input({
        id: 'reason',
        label: whyLabel(voice.locale),
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}

/** Somebody holds the telephone: what became of a page is written down by hand, where the pager does not say it. */
export const answerPageCommand: Command = {
  ...doing(answerPage),
  label: (locale) => texts.in(locale)('label.answer-page'),
  spoken: {
    ja: ['呼び出しの結果', '呼び出しの結果を記録する', '当番が応答した', '電話に出た', '電話に出ない'],
    en: ['result of a page', 'log the result of a page', 'they answered the page', 'no answer to the page'],
    fills: { text: 'who' },
  },
  offered: (situation) => whileResponding(situation) && ringing(situation.pages).length > 0,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const rung = [...new Set(ringing(situation.pages).map(({ pager }) => pager))]
    const options = pagerOptions(voice, rung)
    if (options.length === 0)
      return verbForm('answer-page', { situation, voice }, { title: t('title.answer-page') }, [
        section(t('tells.page.silent')),
      ])
    const words = { title: t('title.answer-page'), submit: t('submit.answer-page') }
    return verbForm('answer-page', { situation, voice }, words, [
      input({
        id: 'pager',
        label: t('field.pager'),
        element: select({ actionId: fieldActionId, options, ...(rung[0] ? { initial: rung[0] } : {}) }),
      }),
      input({
        id: 'answer',
        label: t('field.answer'),
        element: {
          type: 'radio_buttons',
          action_id: fieldActionId,
          options: pageAnswers.map((answer) => option(answer, t(`answer.${answer}`))),
        },
      }),
      input({ id: 'who', label: t('field.who'), optional: true, element: textInput({ max: 100 }) }),
    ])
  },
}
