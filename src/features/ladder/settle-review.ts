import { input, section, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, reasonLabel, verbForm } from '../../rooms/faces/index.ts'
import { holdReview, isOverWithLessons, waiveReview } from '../../rooms/ladder/index.ts'
import { texts } from './form-texts.ts'

/** One tap: it took place. */
export const reviewHeldCommand: Command = {
  ...doing(holdReview),
  label: (locale) => texts.in(locale)('label.review-held'),
  spoken: {
    ja: ['レビュー会を開いた', 'レビュー会が終わった', 'レビュー会をした', 'レビュー会は済んだ'],
    en: ['review held', 'review was held', 'held review', 'review is done', 'review done', 'had review'],
  },
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && ladder.review.state === 'planned',
}

/** There will be none, and why. */
export const waiveReviewCommand: Command = {
  ...doing(waiveReview),
  label: (locale) => texts.in(locale)('label.waive-review'),
  spoken: {
    ja: ['レビュー会を見送る', 'レビュー会はしない', 'レビュー会は不要'],
    en: ['waive review', 'skip review', 'no review', 'no review needed'],
    fills: { text: 'reason' },
  },
  offered: ({ incident, ladder: { review } }) =>
    isOverWithLessons(incident) && (review.state === 'open' || review.state === 'planned'),
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.waive-review'), submit: t('submit.waive') }
    return verbForm('waive-review', { situation, voice }, words, [
      section(t('waive-review.intro')),
      input({
        id: 'reason',
        label: reasonLabel(voice.locale),
        hint: t('hint.waive-review'),
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}
