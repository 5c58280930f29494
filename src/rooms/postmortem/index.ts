export { draft } from './draft.ts'
export { type Draft, draftOf } from './draft-of.ts'
export { effects } from './effects.ts'
export { draftJob } from './jobs.ts'
export type { GapKey, Postmortem, PostmortemStatus } from './postmortem.ts'
/** @public */
export { setPostmortemStatus } from './set-status.ts'
export { postmortemOf } from './store.ts'
