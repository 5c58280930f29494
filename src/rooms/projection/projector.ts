import { type Cancel, type Clock, later } from '../../kit/clock.ts'
import { type Database, type Reader, type Tx, unhurried } from '../../kit/db/index.ts'
import type { Ids } from '../../kit/ids.ts'
import type { Log } from '../../kit/log.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { carryOut } from './carry-out.ts'
import { behind, extendLease, finishRendering, forgetLeases, lease, releaseLease } from './leases/store.ts'
import type { Standing } from './performer.ts'
import { plan, type Task } from './plan.ts'
import type { Slot } from './slot.ts'
import { intend, slotsOf } from './store.ts'

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
  /** By the slot's name, or by how it begins: `archive:`. */
  hooks: Readonly<Record<string, SlotHooks>>
  /** How long after its start a lost call may still land, in milliseconds. */
  settleMs(): number
  /** How long a renderer may be silent before another takes over, in milliseconds. */
  leaseMs?: number
  /** How often to look for subjects left behind, in milliseconds. */
  sweepMs?: number
}

/** How many subjects that were left behind are rendered side by side. */
const sweepWidth = 8

export interface Projector {
  /**
   * Renders one subject until Slack shows its newest state, or something has to wait. `hurried`: edits that Slack's budget had
   * put off are tried now, and before cosmetic ones.
   */
  project(subject: string, options?: { hurried: boolean }): Promise<void>
  /** Begins to look for what a crash, a refusal or a full budget left behind. */
  start(): void
  /** Begins with nothing more. Resolves when nothing is being rendered. */
  finish(): Promise<void>
  /** Finishes, but for what waits for Slack: whoever starts next need not wait for those leases to end. */
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
  /** Who holds which subject in this process. */
  const held = new Map<string, string>()
  let stopped = false
  let found: string[] = []
  let takenUp = 0

  /**
   * Takes the subject, sees what is to be done and notes what is about to be: one transaction, because on the embedded
   * database's one connection each further one may wait for everybody else's. Null when another renderer has the subject, or
   * nothing is behind. `retry`: edits that were put off are tried now.
   */
  const begin = (show: Show, subject: string, holder: string, retry: boolean) =>
    db.transaction(async (tx) => {
      const now = clock.now()
      const version = await lease(tx, subject, holder, now, later(now, leaseMs))
      if (version === null) return null
      const slots = await show(tx, subject)
      const rows = await slotsOf(tx, subject)
      const planned = plan(slots, rows, now, parts.settleMs(), retry)
      const making = planned.tasks.filter((task) => task.how !== 'renew')
      const intents = (how: Task['how']) =>
        making.filter((task) => task.how === how).map((task) => ({ slot: task.slot.slot, hash: task.hash }))
      await intend(tx, subject, intents('make'), now)
      // What was lost is looked for from its first try on, however long Slack does not let us look.
      await intend(tx, subject, intents('look-then-make'), now, later(now, parts.settleMs()))
      return { version, slots, rows, ...planned }
    })

  const hold = (subject: string, holder: string) =>
    db.once((tx) => extendLease(tx, subject, holder, later(clock.now(), leaseMs)))

  /**
   * Ends a rendering after which everything is as it was planned, without loading all of it again. Answers false when there is
   * more to do: a slot has waited for others, or the state has moved on.
   */
  const finish = (subject: string, slots: readonly Slot[], holder: string, version: number): Promise<boolean> =>
    slotsOf(db.read, subject).then((rows) => {
      const left = plan(slots, rows, clock.now(), parts.settleMs())
      // Nobody else writes these slots while we hold the subject.
      return left.tasks.length === 0 && db.once((tx) => finishRendering(tx, subject, holder, version, left.retryAt))
    })

  async function render(subject: string, hurried: boolean): Promise<void> {
    const show = parts.show[subject.slice(0, subject.indexOf(':'))]
    if (!show) throw new Error(`Nothing shows ${subject}`)
    const holder = parts.ids.next('run')
    held.set(holder, subject)
    const heart = heartbeat(() => void hold(subject, holder).catch(() => {}))
    try {
      for (let first = true; !stopped; first = false) {
        const turn = await begin(show, subject, holder, hurried && first)
        if (!turn) return
        const { version, slots, rows, tasks, retryAt } = turn
        if (tasks.length > 0) {
          const { calm } = await carryOut(parts, subject, slots, rows, tasks, hurried)
          if (calm && (await finish(subject, slots, holder, version))) return
        } else if (await db.once((tx) => finishRendering(tx, subject, holder, version, retryAt))) return
      }
      await db.once((tx) => releaseLease(tx, subject, holder, clock.now()))
    } catch (error) {
      log.error({ err: error, subject }, 'Rendering failed; it is taken up again')
      await db.once((tx) => releaseLease(tx, subject, holder, later(clock.now(), 5_000))).catch(() => {})
    } finally {
      held.delete(holder)
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
  function project(subject: string, { hurried } = { hurried: false }): Promise<void> {
    const previous = running.get(subject) ?? Promise.resolve()
    const turn = previous.then(() => render(subject, hurried))
    running.set(subject, turn)
    return turn.finally(() => {
      if (running.get(subject) === turn) running.delete(subject)
    })
  }

  /** Takes up some of what was found behind; the rest as those end, so that thousands do not keep a new change waiting. */
  function takeUp(): void {
    while (takenUp < sweepWidth && !stopped) {
      const subject = found.shift()
      if (!subject) return
      if (running.has(subject)) continue
      takenUp += 1
      void project(subject).finally(() => {
        takenUp -= 1
        takeUp()
      })
    }
  }

  const sweep = () =>
    unhurried(async () => {
      try {
        found = await behind(db.read, clock.now(), 200)
        takeUp()
      } catch (error) {
        log.warn({ err: error }, 'The sweep for what is behind failed; it is tried again')
      }
    })

  function sweepLater(): void {
    if (stopped) return
    cancelSweep = clock.setTimer(
      () => {
        sweeping = sweep().finally(sweepLater)
      },
      later(clock.now(), sweepMs),
    )
  }

  const rest = async () => {
    stopped = true
    cancelSweep()
    await sweeping
    await Promise.allSettled(running.values())
  }

  return {
    project,
    start() {
      sweeping = (alone ? db.transaction(forgetLeases) : Promise.resolve()).then(sweep).finally(sweepLater)
    },
    finish: rest,
    async stop() {
      void rest()
      for (const [holder, subject] of held) {
        // What is under way there may still land, as after a crash: it is noted, and looked for.
        await db.lastly((tx) => releaseLease(tx, subject, holder, clock.now()))
      }
    },
  }
}
