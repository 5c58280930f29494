import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { type Clock, later } from '../clock.ts'
import type { Database } from '../db/index.ts'
import type { Log } from '../log.ts'
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
 * every pause is kept by our clock, survives a crash, and holds no worker.
 */
export async function workOff<Data extends object>(
  means: Means,
  job: Job<Data>,
  handler: BatchHandler<Data>,
  fetched: readonly Fetched[],
): Promise<{ id: string; status: 'completed' | 'failed' }[]> {
  const { log } = means
  const letters = new Map<string, Envelope>()
  for (const { id, data } of fetched) {
    const letter = envelope.safeParse(data)
    if (letter.success) letters.set(id, letter.data)
    else log.error({ err: letter.error, job: job.name, id }, 'A job cannot be read: it is kept and tried again')
  }
  const runs = fetched.flatMap(({ id, signal }) => {
    const letter = letters.get(id)
    // The queue of this name holds what enqueue took with the same token.
    return letter ? [{ id, data: letter.data as Data, attempt: letter.failures + 1, signal }] : []
  })
  const outcomes = await outcomesOf(handler, runs)
  return Promise.all(
    fetched.map(async (one) => {
      const letter = letters.get(one.id)
      if (!letter) return { id: one.id, status: 'failed' }
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

async function comeBack<Data extends object>(
  { boss, db, clock, log }: Means,
  job: Job<Data>,
  { id, name, retryCount }: Fetched,
  letter: Envelope,
  error: unknown,
): Promise<void> {
  const failed = !(error instanceof RetryAfter)
  const failures = letter.failures + (failed ? 1 : 0)
  const pause = failed ? pauseAfter(failures, job.longestPauseMs) : error.ms
  if (failed) log.error({ err: error, job: name, id, attempt: failures, pause }, 'A job failed: it comes back later')
  await db.transaction(async (tx) => {
    // Counts only when this attempt still holds the job: after a lapse somebody else has it.
    const answer = await boss.complete(name, { id, retryCount }, null, { db: inTransaction(tx) })
    if (completion.parse(answer).affected === 0) return
    const deferred: DeferredJob = { name, envelope: { data: letter.data, failures } }
    await setTimer(tx, { subject: id, kind: JOB_TIMER, dueAt: later(clock.now(), pause), data: deferred })
  })
}
