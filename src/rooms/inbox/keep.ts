import type { Clock } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import type { Envelope, Kept } from './envelope.ts'
import { grouped } from './grouped.ts'
import { insert } from './store.ts'

/** As many envelopes as one statement takes without holding others up. */
const MOST_AT_ONCE = 200

export type Concern = (envelope: Envelope) => boolean | Promise<boolean>

/**
 * Stores what `concerns` us, once each, and calls `kept` after the commit. The promise settles when the envelope is safe,
 * so that Slack may be told; it rejects when it is not, and Slack must send it again.
 */
export function createKeep(db: Database, clock: Clock, concerns: Concern, kept: () => void) {
  const store = grouped<Envelope, Kept>(
    async (envelopes) => {
      const distinct = new Map(envelopes.map((envelope) => [envelope.eventId, envelope]))
      const fresh = await db.transaction((tx) => insert(tx, [...distinct.values()], clock.now()))
      if (fresh.size > 0) kept()
      return envelopes.map(({ eventId }) => (fresh.delete(eventId) ? 'kept' : 'duplicate'))
    },
    { most: MOST_AT_ONCE, blamesOne: isDataError },
  )

  return async (envelope: Envelope): Promise<Kept> => {
    if (!(await concerns(envelope))) return 'ignored'
    return store(envelope)
  }
}

/** SQLSTATE class 22: the values are at fault, not the database. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')
}
