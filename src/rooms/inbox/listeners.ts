import { type Clock, later } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import { forgetListeners, listenersSince, noteListener } from './store.ts'

/** A process that has not said so for this long, in milliseconds, no longer listens: it was killed. */
const silentMs = 11 * 60_000

/** Knows how many connections to Slack our processes have together. */
interface Listeners {
  /** This process has so many now. */
  note(connections: number): Promise<void>
  /** How many all our processes have, this one included. */
  count(): Promise<number>
}

/** The register of who of us listens, in the database that our processes share. `name`: this process. */
export function createListeners(db: Database, clock: Clock, name: string): Listeners {
  return {
    note: (connections) =>
      db.transaction(async (tx) => {
        const now = clock.now()
        await forgetListeners(tx, later(now, -silentMs))
        await noteListener(tx, { process: name, connections, seen_at: now })
      }),
    count: () => listenersSince(db.read, later(clock.now(), -silentMs)),
  }
}
