import type { Tx } from '../../kit/db/index.ts'
import type { Jobs } from '../../kit/jobs/index.ts'
import { project } from './jobs.ts'
import { raiseVersion } from './store.ts'

export { project } from './jobs.ts'
export type { Standing } from './performer.ts'
export { createProjector, type Projector, type ProjectorParts, type Show, type SlotHooks } from './projector.ts'
export type { Act, Slot } from './slot.ts'
export { failuresOf, slotOfMessage, waitsForBudget } from './store.ts'

/** Notes that a subject's state has changed and has it rendered soon. Locks the subject until the transaction ends. */
export async function raise(jobs: Jobs, tx: Tx, subject: string): Promise<void> {
  await raiseVersion(tx, subject)
  await jobs.enqueue(tx, project, { subject })
}
