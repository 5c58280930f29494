import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { type Clock, later } from '../clock.ts'
import type { Database, Tx } from '../db/index.ts'
import { Malformed, mustRead } from '../lenient.ts'
import type { Log } from '../log.ts'
import { type Hopeless, logSetAside, reasonToGiveUp, setAside } from '../set-aside.ts'
import { setTimer } from '../timers/index.ts'
import { inTransaction } from './boss.ts'
import { type DeferredJob, type Envelope, envelope, JOB_TIMER } from './envelope.ts'
import { type Job, type JobRun, type Outcome, pauseAfter, RetryAfter } from './job.ts'

/** A handler of several runs at once, with an outcome for each. One it leaves out, or all if it throws, has failed. */
export type BatchHandler<Data extends object> = (runs: JobRun<Data>[]) => Promise<Outcome[]>

/** What pg-boss hands over. */
interface Fetched {
  id: string
  name: string
  data: unknown
  retryCount: number
  signal: AbortSignal
}

/** The part of pg-boss's answer that its types leave out (12.38, manager.js, mapCommandResponse). */
const completion = z.object({ affected: z.int() })

interface Means {
  boss: PgBoss
  db: Database
  clock: Clock
  log: Log
}

/**
 * Runs what was fetched. A run that did not succeed is taken out of the queue and becomes a timer in one transaction: so
 * every pause is kept by our clock, survives a crash, and holds no worker. What cannot be read, and what failed too often, is set aside.
 */
export async function workOff<Data extends object>(
  means: Means,
  job: Job<Data>,
  handler: BatchHandler<Data>,
  fetched: readonly Fetched[],
): Promise<{ id: string; status: 'completed' | 'failed' }[]> {
  const letters = new Map<string, Envelope>()
  const runs: JobRun<Data>[] = []
  const unreadable = new Map<string, string>()
  for (const { id, data, signal } of fetched) {
    try {
      const letter = mustRead(envelope, data)
      runs.push({ id, data: mustRead(job.shape, letter.data), attempt: letter.failures + 1, signal })
      letters.set(id, letter)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      unreadable.set(id, error.message)
    }
  }
  const outcomes = await outcomesOf(handler, runs)
  return Promise.all(
    fetched.map(async (one) => {
      const letter = letters.get(one.id)
      if (!letter) {
        await putAside(means, one, { data: one.data, problem: unreadable.get(one.id) ?? '', attempts: 0 })
        return { id: one.id, status: 'completed' }
      }
      const outcome = outcomes.get(one.id) ?? new Error(`The handler of ${job.name} told nothing of this job`)
      if (outcome !== true) await comeBack(means, job, one, letter, outcome)
      return { id: one.id, status: 'completed' }
    }),
  )
}

async function outcomesOf<Data extends object>(
  handler: BatchHandler<Data>,
  runs: JobRun<Data>[],
): Promise<Map<string, unknown>> {
  try {
    const outcomes = await handler(runs)
    return new Map(outcomes.map((outcome) => [outcome.id, 'done' in outcome ? true : outcome.error]))
  } catch (error) {
    return new Map(runs.map(({ id }) => [id, error]))
  }
}

/** Ends a job in `tx`. Counts only when this attempt still holds it, or else false: after a lapse somebody else has it. */
async function complete(boss: PgBoss, tx: Tx, { id, name, retryCount }: Omit<Fetched, 'data' | 'signal'>) {
  const answer = await boss.complete(name, { id, retryCount }, null, { db: inTransaction(tx) })
  return completion.parse(answer).affected > 0
}

async function putAside(
  { boss, db, clock, log }: Means,
  job: Fetched,
  why: Pick<Hopeless, 'data' | 'problem' | 'attempts'>,
): Promise<void> {
  const hopeless = { what: 'job', name: job.name, subject: job.id, ...why } as const
  const isOurs = await db.transaction(async (tx) => {
    if (!(await complete(boss, tx, job))) return false
    await setAside(tx, hopeless, clock.now())
    return true
  })
  if (isOurs) logSetAside(log, hopeless)
}

async function comeBack<Data extends object>(
  means: Means,
  job: Job<Data>,
  fetched: Fetched,
  letter: Envelope,
  error: unknown,
): Promise<void> {
  const { boss, db, clock, log } = means
  const { id, name, retryCount } = fetched
  const failed = !(error instanceof RetryAfter)
  const failures = letter.failures + (failed ? 1 : 0)
  const pause = failed ? pauseAfter(failures, job.longestPauseMs) : error.ms
  const givenUp = failed ? reasonToGiveUp(error, failures) : undefined
  if (givenUp) {
    log.error({ err: error, job: name, id, attempt: failures }, 'A job failed once more')
    return putAside(means, fetched, { data: { data: letter.data, failures: 0 }, ...givenUp })
  }
  if (failed) log.error({ err: error, job: name, id, attempt: failures, pause }, 'A job failed: it comes back later')
  await db.transaction(async (tx) => {
    if (!(await complete(boss, tx, { id, name, retryCount }))) return
    const deferred: DeferredJob = { name, envelope: { data: letter.data, failures } }
    await setTimer(tx, { subject: id, kind: JOB_TIMER, dueAt: later(clock.now(), pause), data: deferred })
  })
}
