import { RetryAfter } from '../../../kit/jobs/index.ts'
import type { World } from '../../facts/index.ts'
import { fillJob, wholeJob } from '../jobs.ts'
import { keepWhole } from '../keep.ts'
import { finishFill, heldFill, incidentBehind, noteFilled, wantFill } from './store.ts'

/** The log hears of the progress every so many incidents. */
const toldEvery = 500
/** A run of the job is short; the next goes on where it ended. */
const mostInOneRun = 50

/** What a database held before the search was, or came with an import, is read in the background: once. */
export const fillAtStart = (world: Pick<World, 'db' | 'jobs'>): Promise<void> =>
  world.db.transaction(async (tx) => {
    if (await wantFill(tx)) await world.jobs.enqueue(tx, fillJob, {})
  })

/**
 * Reads incident by incident, by id. How far it has come stands in the database: after a crash it goes on there. What is declared or said
 * meanwhile is written by itself, and a second time here, which changes nothing.
 */
export async function fill(world: World, signal: AbortSignal): Promise<void> {
  for (let done = 0; done < mostInOneRun; done++) {
    if (signal.aborted) throw new RetryAfter(0)
    const next = await world.db.transaction(async (tx) => {
      const at = await heldFill(tx)
      if (!at || at.finishedAt) return undefined
      const id = await incidentBehind(tx, at.upto)
      if (id === undefined) {
        await finishFill(tx, world.clock.now())
        if (at.incidents > 0) world.log.info({ incidents: at.incidents }, 'All that was there before can be searched')
      }
      return id && { id, behind: at.upto, incidents: at.incidents }
    })
    if (!next) return
    const isRead = await keepWhole(world, next.id).then(
      () => true,
      (error: unknown) => {
        world.log.warn({ err: error, incidentId: next.id }, 'What an incident says cannot be read for the search yet')
        return false
      },
    )
    await world.db.transaction(async (tx) => {
      const at = await heldFill(tx)
      // Another process has read it meanwhile.
      if (at?.upto !== next.behind) return
      // One that cannot be read keeps no other from being found: it is tried again by itself.
      if (!isRead) await world.jobs.enqueue(tx, wholeJob, { incidentId: next.id })
      await noteFilled(tx, next.id, next.incidents + 1)
    })
    if ((next.incidents + 1) % toldEvery === 0)
      world.log.info({ incidents: next.incidents + 1 }, 'Reading what was there before, so that it can be searched')
  }
  await world.db.transaction((tx) => world.jobs.enqueue(tx, fillJob, {}))
}
