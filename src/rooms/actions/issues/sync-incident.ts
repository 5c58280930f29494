import type { World } from '../../facts/index.ts'
import { syncIssueJob } from '../jobs.ts'
import { actionsOf } from '../store.ts'

/** What an incident is has changed: each of its items may get an issue now, or lose it. */
export async function syncIncident(world: World, incidentId: string): Promise<void> {
  const items = (await actionsOf(world.db.read, incidentId)).map(({ id }) => ({ actionId: id }))
  await world.db.transaction((tx) => world.jobs.enqueueMany(tx, syncIssueJob, items))
}
