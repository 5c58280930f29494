import { whatWords } from '../../rooms/history/index.ts'
import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts } from './happened-texts.ts'

/** How it reads afterwards who owed the postmortem by when, and what became of the review. */
export const ladderHappened = happening({
  ...plainly(changeTexts, ['ladder.waived', 'ladder.published', 'ladder.review_held', 'ladder.review_waived']),
  'ladder.postponed': {
    ...plainly(changeTexts, ['ladder.postponed'])['ladder.postponed'],
    turns: ({ data: { from, to } }, { day, ...voice }) => [
      { what: whatWords('due', voice), from: day(from), to: day(to) },
    ],
  },
  'ladder.assigned': {
    ...plainly(changeTexts, ['ladder.assigned'])['ladder.assigned'],
    turns: ({ data: { from, to } }, { name, ...voice }) => [
      { what: whatWords('owner', voice), from: name(from), to: name(to) },
    ],
  },
  'ladder.review_planned': {
    ...plainly(changeTexts, ['ladder.review_planned'])['ladder.review_planned'],
    turns: ({ data: { from, startsAt } }, { at, ...voice }) => [
      { what: whatWords('time', voice), from: at(from), to: at(startsAt) },
    ],
  },
})
