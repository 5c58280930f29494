import { actionsCommand } from './actions.ts'
import { assignPostmortemCommand } from './assign-postmortem.ts'
import {
  addActionCommand,
  changeActionCommand,
  doneActionCommand,
  moveActionCommand,
  waiveActionCommand,
} from './change-action.ts'
import { downloadPostmortemCommand } from './download-postmortem.ts'
import { ladderCommand } from './ladder.ts'
import { planReviewCommand } from './plan-review.ts'
import { postmortemCommand } from './postmortem/overview.ts'
import { useProposalCommand } from './postmortem/proposals.ts'
import { answerQuestionCommand, passQuestionCommand, unknownQuestionCommand } from './postmortem/questions.ts'
import { wholeTextCommand } from './postmortem/whole-text.ts'
import { writeSectionCommand } from './postmortem/write-section.ts'
import { postponePostmortemCommand } from './postpone-postmortem.ts'
import { publishPostmortemCommand } from './publish-postmortem.ts'
import { settleActionCommand } from './settle-action.ts'
import { reviewHeldCommand, waiveReviewCommand } from './settle-review.ts'
import { tryAgainCommand } from './try-again.ts'
import { waivePostmortemCommand } from './waive-postmortem.ts'

/** What is learnt from it, in the menu's order. */
export const learnCommands = {
  ladder: ladderCommand,
  'assign-postmortem': assignPostmortemCommand,
  'postpone-postmortem': postponePostmortemCommand,
  'publish-postmortem': publishPostmortemCommand,
  'waive-postmortem': waivePostmortemCommand,
  postmortem: postmortemCommand,
  'postmortem-text': wholeTextCommand,
  'download-postmortem': downloadPostmortemCommand,
  'write-section': writeSectionCommand,
  'use-proposal': useProposalCommand,
  'answer-question': answerQuestionCommand,
  'unknown-question': unknownQuestionCommand,
  'pass-question': passQuestionCommand,
  'plan-review': planReviewCommand,
  'review-held': reviewHeldCommand,
  'waive-review': waiveReviewCommand,
  actions: actionsCommand,
  'add-action': addActionCommand,
  'change-action': changeActionCommand,
  'done-action': doneActionCommand,
  'move-action': moveActionCommand,
  'waive-action': waiveActionCommand,
  'settle-action': settleActionCommand,
  'try-again': tryAgainCommand,
} as const
