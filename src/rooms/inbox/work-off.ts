import { z } from 'zod'
import { type Clock, later } from '../../kit/clock.ts'
import { type Database, isDatabaseTrouble } from '../../kit/db/index.ts'
import { grouped } from '../../kit/grouped.ts'
import { Malformed } from '../../kit/lenient.ts'
import type { Log } from '../../kit/log.ts'
import { describe } from '../../kit/set-aside.ts'
import type { Taken } from './envelope.ts'
import * as store from './store.ts'

/** How long a claim holds. A process that died gives its events up after this time, in milliseconds. */
export const CLAIM_MS = 30_000

/** How many events of one channel are taken at once: few enough to be done well within a claim. */
const FOLLOWERS = 20

/** After so many attempts an event is given up: with the pauses between them its channel waits seven seconds, and not a minute. */
export const MOST_ATTEMPTS = 4

/** The pause after the n-th failed attempt, in milliseconds: half a second, then three times as long each time. */
export function pauseAfter(attempt: number): number {
  return Math.min(500 * 3 ** Math.max(attempt - 1, 0), 60_000)
}

export interface WorkOff {
  /**
   * Claims what is due: the first event of up to `channels` channels and what follows it there, in the order of arrival.
   * What was begun too often without an end (its process died each time) is parked and not given out.
   */
  take(channels: number): Promise<Taken[]>
  /** The event was worked off: its body goes. */
  finish(event: Taken): Promise<void>
  /**
   * The event could not be worked off. It is tried again after a pause, and parked after the last attempt, or at once where it
   * lacks what it needs: that would end the same. `behind` are the events of its channel that were taken with it and not begun.
   * Returns when to try again; undefined when it was parked.
   */
  fail(event: Taken, error: unknown, behind: readonly Taken[]): Promise<Date | undefined>
  /** Gives back what was taken and not begun, or was cut short by the stop. */
  release(events: readonly Taken[]): Promise<void>
}

/** The verbs of whoever works events off, under the name `by`. */
export function createWorkOff(db: Database, clock: Clock, log: Log, by: string): WorkOff {
  const park = async (event: Taken, error: string, level: 'warn' | 'error' = 'error') => {
    await db.transaction((tx) => store.park(tx, event.eventId, clock.now(), error))
    log[level]({ eventId: event.eventId, kind: event.kind, error }, 'An event was given up, and kept for a look')
  }

  const finish = grouped<string, true>(
    async (eventIds) => {
      await db.once((tx) => store.markProcessed(tx, eventIds, clock.now()))
      return eventIds.map(() => true)
    },
    { most: 200 },
  )

  return {
    async take(channels) {
      const now = clock.now()
      const claim = { by, now, until: later(now, CLAIM_MS) }
      const taken = await db.once((tx) => store.claim(tx, claim, { channels, followers: FOLLOWERS }))
      const [lost, sound] = [taken.filter(isHopeless), taken.filter((event) => !isHopeless(event))]
      for (const event of lost) await park(event, 'It was begun too often and never ended')
      return sound
    },
    async finish(event) {
      await finish(event.eventId)
    },
    async fail(event, error, behind) {
      const now = clock.now()
      const reason = describe(error)
      const isMalformed = isFinal(error)
      // A database that is away or full is no fault of the event's: it is tried for as long as that lasts.
      const isOurs = isDatabaseTrouble(error)
      const parked = isMalformed || (!isOurs && event.attempts >= MOST_ATTEMPTS)
      const again = parked ? undefined : later(now, pauseAfter(event.attempts))
      await db.transaction(async (tx) => {
        if (again) await store.putBack(tx, event.eventId, by, again, reason, isOurs ? 1 : 0)
        const rest = behind.map(({ eventId }) => eventId)
        if (rest.length > 0) await store.release(tx, rest, by, now)
      })
      if (parked) await park(event, reason, isMalformed ? 'warn' : 'error')
      else
        log.warn({ eventId: event.eventId, kind: event.kind, attempt: event.attempts, err: error }, 'An event failed')
      return again
    },
    async release(events) {
      const eventIds = events.map(({ eventId }) => eventId)
      await db.lastly((tx) => store.release(tx, eventIds, by, clock.now()))
    },
  }
}

/** What ends the same however often it is tried: what cannot be read, and what a verb refuses. */
const isFinal = (error: unknown): boolean =>
  error instanceof Malformed || error instanceof z.ZodError || (error instanceof Error && error.name === 'Refusal')

function isHopeless(event: Taken): boolean {
  return event.attempts > MOST_ATTEMPTS
}
