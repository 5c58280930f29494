export { adopt, adoptAgain } from './adoption/adopt.ts'
export { adoptionOf } from './adoption/store.ts'
export { concernsOf } from './conversation/concerns.ts'
export type { Beside } from './conversation/keep.ts'
export { type Along, type Spoken, spokenIn } from './conversation/store.ts'
export { adoptTimer, effects } from './effects.ts'
export { adoptJob, readJob, repairJob } from './jobs.ts'
export { readMarked } from './marks/read.ts'
export { markedByHand, sourcesOf } from './marks/store.ts'
export { acceptProposal, refuseProposal } from './proposals/decide.ts'
export type { Proposal, Reason } from './proposals/proposals.ts'
export { proposalsOf } from './proposals/proposals-of.ts'
export { type FileLink, type Place, permalinkBeside, type Reading, type RecordedMessage, saidAt } from './record.ts'
export { repairTimer } from './repair/repair.ts'
export { repair } from './repair/run.ts'
export { repairAtStart, repairInTime } from './repair/want.ts'
export { keysBehind, messageAt, messageSaid, messagesAt, messagesHeld, stillSays, withFiles } from './store.ts'
export { heardOf, talkOf } from './talk.ts'
export { addNote } from './timeline/add-note.ts'
export { editEntry } from './timeline/edit-entry.ts'
export type { Edit, EntryKey, Note, TimelineEntry } from './timeline/entry.ts'
export { kindOfFact } from './timeline/facts.ts'
export {
  type AnyHappenings,
  type EntryKind,
  entryKinds,
  happening,
  plainly,
  type Standing,
  type Told,
  type Turn,
  type Turning,
} from './timeline/happening.ts'
export { happenedFacts, happeningOf, putUpHappenings } from './timeline/put-up.ts'
export { peopleInEntry, type Telling, tellEntry, tellFact, tellOriginal } from './timeline/telling.ts'
export { timelineOf } from './timeline/timeline.ts'
