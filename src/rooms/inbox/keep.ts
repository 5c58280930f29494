import { type Clock, later } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import { grouped } from '../../kit/grouped.ts'
import type { Envelope, Kept, Taken } from './envelope.ts'
import { insert } from './store.ts'
import { CLAIM_MS } from './work-off.ts'

/** As many envelopes as one statement takes without holding others up. */
const MOST_AT_ONCE = 200

export type Concern = (envelope: Envelope) => boolean | Promise<boolean>

export type KeepOptions = {
  db: Database
  clock: Clock
  concerns: Concern
  /** The name under which this process claims events. */
  by: string
  /** Whether this process would work off now what is stored now. */
  ready: () => boolean
  /** Called after a commit, with what was claimed for this process at once, and how many wait to be taken instead. */
  kept: (claimed: Taken[], waiting: number) => void
}

/**
 * Stores what `concerns` us, once each. The promise settles when the envelope is safe, so that Slack may be told; it rejects
 * when it is not, and Slack must send it again.
 */
export function createKeep({ db, clock, concerns, by, ready, kept }: KeepOptions) {
  const store = grouped<Envelope, Kept>(
    async (envelopes) => {
      const distinct = new Map(envelopes.map((envelope) => [envelope.eventId, envelope]))
      const now = clock.now()
      const claim = { by, now, until: later(now, CLAIM_MS) }
      const fresh = await db.once((tx) => insert(tx, [...distinct.values()], now, ready() ? claim : undefined))
      const claimed = [...distinct.values()].filter(({ eventId }) => fresh.get(eventId))
      if (fresh.size > 0) {
        const taken = claimed.map((one) => ({ ...one, receivedAt: now, attempts: 1, claimedUntil: claim.until }))
        kept(taken, fresh.size - taken.length)
      }
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
