import { type Cancel, type Clock, later } from '../../kit/clock.ts'
import { type Database, type Reader, type Tx, unhurried } from '../../kit/db/index.ts'
import type { Ids } from '../../kit/ids.ts'
import type { Log } from '../../kit/log.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { carryOut } from './carry-out.ts'
import { behind, extendLease, forgetLeases, lease, releaseLease } from './leases/store.ts'
import { intend, type Rendering, settle, settleAndFinish } from './outcomes/store.ts'
import type { Standing } from './performer.ts'
import { type Plan, plan, type Task } from './plan.ts'
import type { Result } from './result.ts'
import type { Slot, SlotRow } from './slot.ts'
import { slotsOf } from './store.ts'

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
  /**
   * Of the channels in which something of a subject stands or is about to, those in which nothing can be posted, as far as it is known, each
   * with Slack's word for why: nothing is sent there.
   */
  shut(reader: Reader, subject: string, standingIn: Promise<readonly string[]>): Promise<ReadonlyMap<string, string>>
  /** How long after its start a lost call may still land, in milliseconds. */
  settleMs(): number
  /** How long a renderer may be silent before another takes over, in milliseconds. */
  leaseMs?: number
  /** How often to look for subjects left behind while some may wait, in milliseconds. */
  sweepMs?: number
}

/** What is to be done for one state of a subject. */
type Turn = Plan & {
  rendering: Rendering
  slots: readonly Slot[]
  rows: ReadonlyMap<string, SlotRow>
  shut: ReadonlyMap<string, string>
  now: Date
}

/** The channels in which these slots stand. */
const channelsOf = (rows: ReadonlyMap<string, SlotRow>): string[] => [
  ...new Set([...rows.values()].flatMap(({ channelId }) => channelId ?? [])),
]

/** How often, in milliseconds, subjects are looked for that another process left behind, or that nobody was woken for. */
const restMs = 5_000

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
  /** Subjects of which something waits for its moment, or for another try. */
  const left = new Set<string>()
  /** Between two sweeps. */
  let isResting = false
  let found: string[] = []
  let takenUp = 0

  /**
   * Takes the subject, sees what is to be done and notes what is about to be. Null when another renderer has the subject, or nothing is
   * behind. `retry`: edits that were put off are tried now.
   */
  const begin = async (show: Show, subject: string, holder: string, retry: boolean): Promise<Turn | null> => {
    const since = clock.now()
    const version = await db.once((tx) => lease(tx, subject, holder, since, later(since, leaseMs)))
    if (version === null) return null
    const [slots, rows, shut] = await db.look((reader) => {
      const standing = slotsOf(reader, subject)
      return Promise.all([show(reader, subject), standing, parts.shut(reader, subject, standing.then(channelsOf))])
    })
    const now = clock.now()
    const planned = plan(slots, rows, now, parts.settleMs(), retry)
    return { rendering: { subject, holder, version }, slots, rows, shut, now, ...planned }
  }

  /** Notes what is about to be made. False where the subject was taken away meanwhile: it is to be seen again. */
  const isNoted = async ({ rendering, tasks, now }: Turn): Promise<boolean> => {
    // What was lost is looked for from its first try on, however long Slack does not let us look.
    const settledAt = (how: Task['how']) => (how === 'make' ? null : later(now, parts.settleMs()))
    const intents = tasks
      .filter(({ how }) => how !== 'renew')
      .map(({ slot: { slot }, hash, how }) => ({ slot, hash, settledAt: settledAt(how) }))
    if (intents.length === 0) return true
    return db.once((tx) => intend(tx, rendering, intents, now, later(now, leaseMs)))
  }

  const hold = (subject: string, holder: string) =>
    db.once((tx) => extendLease(tx, subject, holder, later(clock.now(), leaseMs)))

  /** Carries out what was planned. True when Slack shows what it should, or has to wait; false when there is more to do. */
  const complete = async (
    { rendering, slots, rows, shut, tasks, retryAt }: Turn,
    hurried: boolean,
  ): Promise<boolean> => {
    const end = (results: readonly Result[], at: Date | null) => {
      noteLeft(rendering.subject, at !== null)
      return db.once((tx) => settleAndFinish(tx, rendering, results, at, clock.now()))
    }
    if (tasks.length === 0) return end([], retryAt)
    const done = await carryOut(parts, rendering.subject, { slots, rows, tasks, shut }, hurried)
    // Without loading all of it again: nobody else writes these slots while we hold the subject.
    const left = plan(slots, done.rows, clock.now(), parts.settleMs())
    if (done.calm && left.tasks.length === 0) return end(done.unwritten, left.retryAt)
    await db.once((tx) => settle(tx, rendering.subject, done.unwritten, clock.now()))
    return false
  }

  async function render(subject: string, hurried: boolean): Promise<void> {
    const show = parts.show[subject.slice(0, subject.indexOf(':'))]
    if (!show) throw new Error(`Nothing shows ${subject}`)
    const holder = parts.ids.next('run')
    held.set(holder, subject)
    const heart = heartbeat(() => void hold(subject, holder).catch(() => {}))
    try {
      for (let first = true; !stopped; ) {
        const turn = await begin(show, subject, holder, hurried && first)
        if (!turn) return
        if (!(await isNoted(turn))) continue
        if (await complete(turn, hurried)) return
        first = false
      }
      await db.once((tx) => releaseLease(tx, subject, holder, clock.now()))
    } catch (error) {
      log.error({ err: error, subject }, 'Rendering failed; it is taken up again')
      noteLeft(subject, true)
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
    cancelSweep()
    isResting = true
    cancelSweep = clock.setTimer(
      () => {
        isResting = false
        sweeping = sweep().finally(sweepLater)
      },
      later(clock.now(), left.size > 0 || found.length > 0 ? sweepMs : Math.max(sweepMs, restMs)),
    )
  }

  /** Whoever waits for its moment is looked for often: a pause that has begun is cut short. */
  function noteLeft(subject: string, isLeft: boolean): void {
    if (!isLeft) left.delete(subject)
    else if (!left.has(subject)) {
      left.add(subject)
      if (isResting) sweepLater()
    }
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
