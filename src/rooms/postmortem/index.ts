export { wordsOfSection } from './document.ts'
export { draft } from './draft.ts'
export { type Draft, draftFrom, draftOf } from './draft-of.ts'
export { askTimer, effects } from './effects.ts'
export { filledIn, noteFilledThere } from './filled-there.ts'
export { askJob, draftJob } from './jobs.ts'
export { gapsLeft, isMini, type Learning, learningOf, sectionsShown } from './learning.ts'
export type { Finding } from './lint/lint.ts'
export { findingsAsMarkdown, findingWords, sectionName } from './lint/words.ts'
export {
  type GapKey,
  isBeingWritten,
  miniSections,
  momentOf,
  type Postmortem,
  type PostmortemStatus,
  type SectionKey,
  sectionOf,
  type Written,
} from './postmortem.ts'
export { answerFact, answerQuestion, answerUnknown, passQuestion, type Told } from './questions/answer.ts'
export { beginAsking, keepAsking } from './questions/keep-asking.ts'
export type { Asked, Question } from './questions/question.ts'
export { openQuestionOf } from './questions/store.ts'
export { questionHint, questionWords } from './questions/words.ts'
export { setPostmortemStatus } from './set-status.ts'
export { postmortemOf, statusesOf, writtenOf } from './store.ts'
export { writeSections } from './write-section.ts'
