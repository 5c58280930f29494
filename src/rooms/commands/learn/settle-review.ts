import { input, section, textInput } from '../../../kit/block-kit/index.ts'
import { holdReview, isOverWithLessons, waiveReview } from '../../ladder/index.ts'
import { type Command, doing, verbForm } from '../command.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** One tap: it took place. */
export const reviewHeldCommand: Command = {
  ...doing(holdReview),
  label: (locale) => texts.in(locale)('label.review-held'),
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && ladder.review.state === 'planned',
}

/** There will be none, and why. */
export const waiveReviewCommand: Command = {
  ...doing(waiveReview),
  label: (locale) => texts.in(locale)('label.waive-review'),
  offered: ({ incident, ladder: { review } }) =>
    isOverWithLessons(incident) && (review.state === 'open' || review.state === 'planned'),
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.waive-review'), submit: t('submit.waive') }
    return verbForm('waive-review', { situation, voice }, words, [
      section(t('waive-review.intro')),
      input({
        id: 'reason',
        label: shared.in(voice.locale)('field.reason'),
        hint: t('hint.waive-review'),
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}
