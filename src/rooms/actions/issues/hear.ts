import type { World } from '../../facts/index.ts'
import { syncIssueJob } from '../jobs.ts'
import { linksByNumber } from './store.ts'

/**
 * GitHub tells of an issue: where it is an item's, both are brought into step. What GitHub says is asked for again, so that it does
 * not matter how often it tells, or in which order. `login`: who did it.
 */
export async function hearOfIssue(
  world: World,
  { event, repository, number }: { event: string; repository: string; number: number | null },
  login?: string,
): Promise<void> {
  if (event !== 'issues' || number === null) return
  await world.db.transaction(async (tx) => {
    const links = await linksByNumber(tx, repository, number)
    const jobs = links.map(({ actionId }) => ({ actionId, ...(login ? { login } : {}) }))
    await world.jobs.enqueueMany(tx, syncIssueJob, jobs)
  })
}
