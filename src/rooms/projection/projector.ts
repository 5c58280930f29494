import { type Cancel, type Clock, later } from '../../kit/clock.ts'
import type { Database, Reader, Tx } from '../../kit/db/index.ts'
import type { Ids } from '../../kit/ids.ts'
import type { Log } from '../../kit/log.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { carryOut } from './carry-out.ts'
import type { Standing } from './performer.ts'
import { plan } from './plan.ts'
import type { Slot } from './slot.ts'
import { behind, extendLease, finishRendering, forgetLeases, intend, lease, releaseLease, slotsOf } from './store.ts'

/** Says what should stand in Slack for one subject. Loads what it needs; an unknown subject shows nothing. */
export type Show = (reader: Reader, subject: string) => Promise<Slot[]>

/** What a room does, in the same transaction, when a slot of its own came to stand or was refused. */
export type SlotHooks = {
  /** Slack's budget is spent and the slot has to wait; told once until something else becomes of it. */
  limited?(tx: Tx, subject: string, now: Date): Promise<void>
  standing?(tx: Tx, subject: string, standing: Standing, now: Date): Promise<void>
  /** Answers true when the room has changed its state so that another try makes sense at once. */
  refused?(tx: Tx, subject: string, error: string, now: Date): Promise<boolean>
}

export type ProjectorParts = {
  db: Database
  clock: Clock
  ids: Ids
  log: Log
  slack: Slack
  /** By the kind of subject, the part before the colon. */
  show: Readonly<Record<string, Show>>
  /** By the slot's name. */
  hooks: Readonly<Record<string, SlotHooks>>
  /** How long after its start a lost call may still land, in milliseconds. */
  settleMs(): number
  /** How long a renderer may be silent before another takes over, in milliseconds. */
  leaseMs?: number
  /** How often to look for subjects left behind, in milliseconds. */
  sweepMs?: number
}

export interface Projector {
  /** Renders one subject until Slack shows its newest state, or something has to wait. */
  project(subject: string): Promise<void>
  /** Begins to look for what a crash, a refusal or a full budget left behind. */
  start(): void
  stop(): Promise<void>
}

/**
 * Keeps Slack in step with the state.
 *
 * `alone`: no other process works on this database, so leases of a crashed one are forgotten at the start.
 */
export function createProjector(parts: ProjectorParts, { alone }: { alone: boolean }): Projector {
  const { db, clock, log } = parts
  const leaseMs = parts.leaseMs ?? 20_000
  const sweepMs = parts.sweepMs ?? 1_000
  const running = new Map<string, Promise<void>>()
  let cancelSweep: Cancel = () => {}
  let sweeping: Promise<void> = Promise.resolve()
  let stopped = false

  /**
   * Takes the subject, sees what is to be done and notes what is about to be: one transaction, because on the embedded
   * database's one connection each further one may wait for everybody else's. Null when another renderer has the subject.
   */
  const begin = (show: Show, subject: string, holder: string) =>
    db.transaction(async (tx) => {
      const now = clock.now()
      const version = await lease(tx, subject, holder, now, later(now, leaseMs))
      if (version === null) return null
      const slots = await show(tx, subject)
      const rows = await slotsOf(tx, subject)
      const planned = plan(slots, rows, now, parts.settleMs())
      const making = planned.tasks.filter((task) => task.how !== 'renew')
      await intend(
        tx,
        subject,
        making.map((task) => ({ slot: task.slot.slot, hash: task.hash })),
        now,
      )
      return { version, slots, rows, ...planned }
    })

  const hold = (subject: string, holder: string) =>
    db.transaction((tx) => extendLease(tx, subject, holder, later(clock.now(), leaseMs)))

  async function render(subject: string): Promise<void> {
    const show = parts.show[subject.slice(0, subject.indexOf(':'))]
    if (!show) throw new Error(`Nothing shows ${subject}`)
    const holder = parts.ids.next('run')
    const heart = heartbeat(() => void hold(subject, holder).catch(() => {}))
    try {
      while (!stopped) {
        const turn = await begin(show, subject, holder)
        if (!turn) return
        const { version, slots, rows, tasks, retryAt } = turn
        if (tasks.length > 0) await carryOut(parts, subject, slots, rows, tasks)
        else if (await db.transaction((tx) => finishRendering(tx, subject, holder, version, retryAt))) return
      }
      await db.transaction((tx) => releaseLease(tx, subject, holder, clock.now()))
    } catch (error) {
      log.error({ err: error, subject }, 'Rendering failed; it is taken up again')
      await db.transaction((tx) => releaseLease(tx, subject, holder, later(clock.now(), 5_000))).catch(() => {})
    } finally {
      heart()
    }
  }

  function heartbeat(beat: () => void): Cancel {
    let cancel: Cancel = () => {}
    const next = () => {
      cancel = clock.setTimer(
        () => {
          beat()
          next()
        },
        later(clock.now(), leaseMs / 3),
      )
    }
    next()
    return () => cancel()
  }

  /** One rendering of a subject at a time in this process: a second call waits for its own turn. */
  function project(subject: string): Promise<void> {
    const previous = running.get(subject) ?? Promise.resolve()
    const turn = previous.then(() => render(subject))
    running.set(subject, turn)
    return turn.finally(() => {
      if (running.get(subject) === turn) running.delete(subject)
    })
  }

  async function sweep(): Promise<void> {
    try {
      for (const subject of await behind(db.read, clock.now(), 200)) {
        if (!running.has(subject)) void project(subject)
      }
    } catch (error) {
      log.warn({ err: error }, 'The sweep for what is behind failed; it is tried again')
    }
  }

  function sweepLater(): void {
    if (stopped) return
    cancelSweep = clock.setTimer(
      () => {
        sweeping = sweep().finally(sweepLater)
      },
      later(clock.now(), sweepMs),
    )
  }

  return {
    project,
    start() {
      sweeping = (alone ? db.transaction(forgetLeases) : Promise.resolve()).then(sweep).finally(sweepLater)
    },
    async stop() {
      stopped = true
      cancelSweep()
      await sweeping
      await Promise.allSettled(running.values())
    },
  }
}
