import type { Command } from '../../rooms/faces/index.ts'
import { assignPostmortemCommand } from './assign-postmortem.ts'
import { ladderCommand } from './ladder.ts'
import { planReviewCommand } from './plan-review.ts'
import { postponePostmortemCommand } from './postpone-postmortem.ts'
import { publishPostmortemCommand } from './publish-postmortem.ts'
import { reviewHeldCommand, waiveReviewCommand } from './settle-review.ts'
import { waivePostmortemCommand } from './waive-postmortem.ts'

export const ladderCommands = {
  ladder: ladderCommand,
  'assign-postmortem': assignPostmortemCommand,
  'postpone-postmortem': postponePostmortemCommand,
  'publish-postmortem': publishPostmortemCommand,
  'waive-postmortem': waivePostmortemCommand,
  'plan-review': planReviewCommand,
  'review-held': reviewHeldCommand,
  'waive-review': waiveReviewCommand,
} as const
type Own = typeof ladderCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
