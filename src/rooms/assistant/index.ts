export { draftUpdate, proposeActions } from './extract/drafts.ts'
export { proposeGaps } from './extract/gaps/propose.ts'
export { noticeFor, reportFor } from './extract/letters.ts'
export { catchUp, summarise } from './extract/summarise.ts'
export type { Line, Material, StatedIncident, StatedUpdate, TimelineNote } from './material.ts'
export type {
  ActionProposal,
  Doubt,
  FieldName,
  GapProposal,
  GapProposals,
  Letter,
  ProposedGap,
  Source,
  Statement,
  Summary,
  UpdateDraft,
} from './statement.ts'
export { proposedGaps } from './statement.ts'
