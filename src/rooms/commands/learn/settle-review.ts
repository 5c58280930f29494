import { input, section, textInput } from '../../../kit/block-kit/index.ts'
import { person } from '../../facts/index.ts'
import { holdReview, isOverWithLessons, waiveReview } from '../../ladder/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** One tap: it took place. */
export const reviewHeldCommand: Command = {
  verb: 'review-held',
  label: (locale) => texts.in(locale)('label.review-held'),
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && ladder.review.state === 'planned',
  async run(world, { by, incidentId }) {
    await holdReview(world, person(by), incidentId)
    return undefined
  },
}

/** There will be none, and why. */
export const waiveReviewCommand: Command = {
  verb: 'waive-review',
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
  async run(world, { by, incidentId, values }) {
    await waiveReview(world, person(by), incidentId, { reason: textOf(values.reason) ?? '' })
    return undefined
  },
}
