export { type Acceptance, type AcceptedOfKind, acceptanceOf, acceptedLately } from './acceptance.ts'
export { type Alike, alikeTo } from './alike.ts'
export { type CatchUp, catchUpOf, catchUpSince, noteLook } from './catch-up-of.ts'
export { dismissAction, noteUse } from './dismiss.ts'
export {
  actionProposalNamed,
  actionProposalsFor,
  type Drafts,
  draftsOf,
  gapProposalNamed,
  gapProposalsFor,
  type LetterKind,
  letterFor,
  letterKinds,
  proposalKey,
  updateDraftFor,
} from './drafts-of.ts'
export { effects } from './effects.ts'
export { draftUpdate, proposeActions } from './extract/drafts.ts'
export { proposeGaps } from './extract/gaps/propose.ts'
export { type LetterProse, noticeFor, reportFor } from './extract/letters.ts'
export { catchUp, summarise } from './extract/summarise.ts'
export { dismissLabels } from './labels/dismiss-labels.ts'
export type { Earlier, Ground, Labels, LevelProposal, TagsProposal } from './labels/labels.ts'
export { levelLabel, tagLabel } from './labels/labels.ts'
export { labelsFor } from './labels/labels-of.ts'
export type { Line, Material, StatedIncident, StatedUpdate, TimelineNote } from './material.ts'
export { type DraftPurpose, draftPurposes } from './prose/drafts-in-prose.ts'
export { proseJob } from './prose/job.ts'
export { askForDraft, askForProse } from './prose/make.ts'
export { noteDraft, settleDraft } from './settle.ts'
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
export { isSwitchedOff, lookedAt } from './store.ts'
export { readableMaterial, summaryOf, type Told as MadeSummary } from './summary-of.ts'
export { mustBeOn, switchAssistant } from './switch.ts'
