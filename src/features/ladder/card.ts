import { type CardLines, pair } from '../../rooms/faces/index.ts'
import { lessonsOf } from './lessons.ts'
import { cardTexts } from './texts.ts'

/** How the lessons stand: who writes by when, and the review. */
export const lessonLines: CardLines = {
  fields: {
    postmortem: (situation, voice) =>
      lessonsOf(situation, voice).map((value) => pair(cardTexts.in(voice.locale)('field.postmortem'), value)),
  },
}
