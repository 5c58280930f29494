import { type Clock, later } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import { deleteOld } from './store.ts'

/** Slack sends an event again for about 6 minutes; the row is what recognises it. */
const REMEMBER_PROCESSED_MS = 60 * 60_000

/** A parked event is kept this long for somebody to look into it. */
const REMEMBER_PARKED_MS = 14 * 24 * 60 * 60_000

/** As many rows as one statement may delete while others wait. */
const MOST_AT_ONCE = 500

/** Deletes the events that need not be remembered any longer. Returns how many. */
export async function purge(db: Database, clock: Clock): Promise<number> {
  const now = clock.now()
  const before = { processed: later(now, -REMEMBER_PROCESSED_MS), parked: later(now, -REMEMBER_PARKED_MS) }
  let purged = 0
  for (;;) {
    const deleted = await db.transaction((tx) => deleteOld(tx, before, MOST_AT_ONCE))
    purged += deleted
    if (deleted < MOST_AT_ONCE) return purged
  }
}
