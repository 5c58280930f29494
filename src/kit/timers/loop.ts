import { sql } from 'kysely'
import { type Cancel, type Clock, later, systemClock } from '../clock.ts'
import { type Database, hear, type Tx, unhurried } from '../db/index.ts'
import { type Log, silentLog } from '../log.ts'
import { type Hopeless, logSetAside, reasonToGiveUp, setAside } from '../set-aside.ts'
import { TIMER_SET, type Timer } from './timer.ts'

/**
 * What happens when a timer is due, in the transaction that takes it away: set it again to have it come back. `now` is
 * this moment, the timer's `dueAt` may lie long before it. What it throws undoes all of it and brings the timer back later, up to
 * `mostAttempts` times; then, and at once for data that it cannot read (`Malformed`), the timer is set aside.
 */
export type TimerHandler = (tx: Tx, timer: Required<Timer>, now: Date) => Promise<void>

export interface TimerLoopOptions {
  db: Database
  clock: Clock
  /** By kind. Timers of other kinds are left alone. */
  handlers: Readonly<Record<string, TimerHandler>>
  log?: Log
  lookAgainMs?: number
}

export interface TimerLoop {
  /** Works off what is overdue, then goes on as timers fall due. */
  start(): Promise<void>
  /** Ends after the timer that is being handled. */
  stop(): Promise<void>
  /** For how many milliseconds the timer that is due longest has waited; 0 where none is due. */
  waitedMs(): Promise<number>
}

/** How many milliseconds of the machine's time pass between two looks for timers of a replica that may have died. */
const LOOK_AGAIN_MS = 5_000

/** A handler that failed n times in a row is tried again after 2^n seconds, at most this many milliseconds. */
const LONGEST_BACKOFF_MS = 5 * 60_000

/** Several loops, also of several replicas, may run on one database: each timer is handled by one of them. */
export function createTimerLoop({
  db,
  clock,
  handlers,
  log = silentLog,
  lookAgainMs = LOOK_AGAIN_MS,
}: TimerLoopOptions): TimerLoop {
  const kinds = Object.keys(handlers)
  let running = false
  let round: Promise<void> | undefined
  let again = false
  let armedFor = Number.POSITIVE_INFINITY
  let disarm: Cancel = () => {}
  let stopLooking: Cancel = () => {}
  let deafen: Cancel = () => {}

  const arm = (at: number) => {
    if (!running || at >= armedFor) return
    disarm()
    armedFor = at
    disarm = clock.setTimer(() => {
      armedFor = Number.POSITIVE_INFINITY
      return wake()
    }, new Date(at))
  }

  const lookAgain = () => {
    stopLooking()
    if (running) stopLooking = systemClock.setTimer(wake, later(systemClock.now(), lookAgainMs))
  }

  /** Works off everything that is due; asked during a round, it adds another after it. */
  const wake = (): Promise<void> => {
    again = true
    round ??= (async () => {
      while (again && running) {
        again = false
        await workOff()
      }
    })().finally(() => {
      round = undefined
    })
    return round
  }

  const workOff = async () => {
    try {
      let next = await nextDue(db, kinds)
      if (next && next <= clock.now()) {
        while (running && (await unhurried(() => handleNext(db, clock, kinds, handlers, log)))) {
          // One transaction per timer, so that none waits for another.
        }
        next = await nextDue(db, kinds)
      }
      // With the embedded database every timer is set in this process: there is no other replica.
      if (db.kind === 'postgres') lookAgain()
      if (next) arm(next.getTime())
    } catch (error) {
      log.error({ err: error }, 'The timers could not be read: trying again')
      lookAgain()
    }
  }

  return {
    async start() {
      running = true
      deafen = hear(db, TIMER_SET, (at) => arm(Number(at)))
      await wake()
    },
    async stop() {
      running = false
      deafen()
      disarm()
      stopLooking()
      armedFor = Number.POSITIVE_INFINITY
      await round
    },
    async waitedMs() {
      const due = await nextDue(db, kinds)
      return due ? Math.max(clock.now().getTime() - due.getTime(), 0) : 0
    },
  }
}

/** Handles the timer that is due longest. False when none is due. */
async function handleNext(
  db: Database,
  clock: Clock,
  kinds: readonly string[],
  handlers: Readonly<Record<string, TimerHandler>>,
  log: Log,
): Promise<boolean> {
  let taken: Taken | undefined
  try {
    await db.transaction(async (tx) => {
      const now = clock.now()
      taken = await take(tx, kinds, now)
      if (taken) await handlers[taken.kind]?.(tx, taken, now)
    })
    if (taken) log.debug({ timer: taken.kind, subject: taken.subject }, 'A timer was due')
  } catch (error) {
    if (!taken) throw error
    const { subject, kind, data } = taken
    const givenUp = reasonToGiveUp(error, taken.failures + 1)
    if (givenUp) {
      if (givenUp.attempts > 0) log.error({ err: error, subject, kind }, 'What a timer called for failed once more')
      const hopeless = { what: 'timer', name: kind, subject, data, ...givenUp } as const
      if (await putAside(db, taken, hopeless, clock.now())) logSetAside(log, hopeless)
      return true
    }
    log.error({ err: error, subject, kind }, 'What a timer called for failed: it comes back later')
    await postpone(db, taken, clock.now())
  }
  return taken !== undefined
}

/** A timer in hand, and how often it failed before. */
type Taken = Required<Timer> & { failures: number }

async function take(tx: Tx, kinds: readonly string[], now: Date): Promise<Taken | undefined> {
  const { rows } = await sql<{ subject: string; kind: string; due_at: Date; data: unknown; failures: number }>`
    delete from timers where (subject, kind) = (
      select subject, kind from timers where due_at <= ${now} and kind = any(${kinds})
      order by due_at limit 1 for update skip locked)
    returning subject, kind, due_at, data, failures`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return { subject: row.subject, kind: row.kind, dueAt: row.due_at, data: row.data, failures: row.failures }
}

/** Puts a failed timer off, unless somebody has set it again meanwhile. */
async function postpone(db: Database, { subject, kind, dueAt }: Timer, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await tx
      .selectFrom('timers')
      .select('failures')
      .where('subject', '=', subject)
      .where('kind', '=', kind)
      .where(sinceTaken, '=', dueAt)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    const failures = row.failures + 1
    await tx
      .updateTable('timers')
      .set({ failures, due_at: later(now, Math.min(1000 * 2 ** Math.min(failures, 20), LONGEST_BACKOFF_MS)) })
      .where('subject', '=', subject)
      .where('kind', '=', kind)
      .execute()
  })
}

/** Deletes a timer. False where somebody has set it again meanwhile. */
async function putAside(
  db: Database,
  { subject, kind, dueAt }: Timer,
  hopeless: Hopeless,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('timers')
      .where('subject', '=', subject)
      .where('kind', '=', kind)
      .where(sinceTaken, '=', dueAt)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await setAside(tx, hopeless, now)
    return true
  })
}

/** A column knows microseconds, and a Date does not: a row that was written by hand would never be found again, and taken forever. */
const sinceTaken = sql<Date>`date_trunc('milliseconds', due_at)`

async function nextDue(db: Database, kinds: readonly string[]): Promise<Date | undefined> {
  const row = await db.read
    .selectFrom('timers')
    .select('due_at')
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}
