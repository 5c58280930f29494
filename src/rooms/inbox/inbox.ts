import { randomUUID } from 'node:crypto'
import type { Clock } from '../../kit/clock.ts'
import type { Database, Tx } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import type { Envelope, Kept, Taken } from './envelope.ts'
import { type Concern, createKeep } from './keep.ts'
import { purge } from './purge.ts'
import * as store from './store.ts'
import { createWorkOff, type WorkOff } from './work-off.ts'

export interface Inbox extends WorkOff {
  /**
   * Stores an envelope unless it is known or does not concern us. Settles when it is safe; rejects when it could not be
   * stored, and Slack must not be told that it was.
   */
  keep(envelope: Envelope): Promise<Kept>
  /** Says who works events off in this process: one at most. Returns how to take that back. */
  attach(worker: Worker): () => void
  /** Makes events available that a former process on this database had begun. Call before the first `take`. */
  recover(): Promise<void>
  /** Deletes what need not be remembered any longer: processed events after an hour, parked ones after two weeks. */
  purge(): Promise<number>
  /** Gives parked events another chance. Returns how many there were. */
  retryParked(): Promise<number>
  /** Forgets what parked events say about a message that was deleted in Slack. */
  scrub(tx: Tx, channelId: string, ts: string): Promise<void>
  /** How many events wait, since when the oldest does, and how many are parked: for health and metrics. */
  counts(): Promise<{ waiting: number; oldest: Date | null; parked: number }>
}

/** Who works events off in this process. */
export interface Worker {
  /** Whether it would begin with a new event soon, so that it need not be looked for in the database. */
  ready(): boolean
  /** Something was stored. `claimed` is given to the worker at once; `waiting` more are there to be taken. */
  kept(claimed: Taken[], waiting: number): void
}

export type InboxOptions = {
  db: Database
  clock: Clock
  log: Log
  /**
   * Whether an event concerns the bot; all do by default. What does not is never stored: this is no archive of a company's
   * chatter. When it throws, the event is not acknowledged and comes again.
   */
  concerns?: Concern
  /** The name under which this process claims events. */
  name?: string
}

/** The inbox: nothing arrives and is lost. */
export function createInbox({ db, clock, log, concerns = () => true, name = randomUUID() }: InboxOptions): Inbox {
  let worker: Worker | undefined
  const workOff = createWorkOff(db, clock, log, name)
  return {
    ...workOff,
    keep: createKeep({
      db,
      clock,
      concerns,
      by: name,
      ready: () => worker?.ready() ?? false,
      kept(claimed, waiting) {
        if (worker) worker.kept(claimed, waiting)
        // It went between the claim and the commit.
        else if (claimed.length > 0) workOff.release(claimed).catch((error) => log.warn({ err: error }, 'Not released'))
      },
    }),
    attach(attached) {
      worker = attached
      return () => {
        worker = undefined
      }
    },
    async recover() {
      // Only one process can have a PGlite folder open, so every claim in it is a dead one's. Among replicas it runs out.
      if (db.kind !== 'pglite') return
      const released = await db.transaction((tx) => store.releaseAll(tx, clock.now()))
      if (released > 0) log.info({ released }, 'Events that were begun before the restart are taken up again')
    },
    purge: () => purge(db, clock),
    retryParked: () => db.transaction((tx) => store.unparkAll(tx, clock.now())),
    scrub: (tx, channelId, ts) => store.scrubParked(tx, channelId, ts, clock.now()),
    counts: () => store.counts(db.read),
  }
}
