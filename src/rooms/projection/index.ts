import type { Tx } from '../../kit/db/index.ts'
import type { Jobs } from '../../kit/jobs/index.ts'
import { project, projectInTime } from './jobs.ts'
import { raiseVersion } from './leases/store.ts'

export { project, projectInTime } from './jobs.ts'
export { subjectsRaised } from './leases/store.ts'
export type { Standing } from './performer.ts'
export { createProjector, type Projector, type ProjectorParts, type Show, type SlotHooks } from './projector.ts'
export type { Act, Slot } from './slot.ts'
export {
  channelsTold,
  type Failing,
  failuresOf,
  forgetMessage,
  formerBookmark,
  holdRendering,
  isOurMessage,
  leaveChannel,
  messageOf,
  messagesIn,
  messagesOutside,
  type StandingMessage,
  slotOfMessage,
  slotsLeftBehind,
  subjectsShowing,
  tryAnew,
  waitsForBudget,
} from './store.ts'

/**
 * Notes that a subject's state has changed and has it rendered soon: at once where it is `hurried`, which is all but what the
 * clock alone brings. Locks the subject until the transaction ends.
 */
export async function raise(jobs: Jobs, tx: Tx, subject: string, hurried: boolean): Promise<void> {
  await raiseVersion(tx, subject)
  await jobs.enqueue(tx, hurried ? project : projectInTime, { subject })
}
