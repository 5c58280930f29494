import { randomUUID } from 'node:crypto'
import type { Clock } from '../../kit/clock.ts'
import type { Database, Tx } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import type { Envelope, Kept } from './envelope.ts'
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
  /** Calls `fn` whenever something new was stored by this process. Returns how to stop that. */
  onKept(fn: () => void): () => void
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
  const listeners = new Set<() => void>()
  return {
    ...createWorkOff(db, clock, log, name),
    keep: createKeep(db, clock, concerns, () => {
      for (const listener of listeners) listener()
    }),
    onKept(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
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
