import { type Cancel, type Clock, later, systemClock } from '../clock.ts'
import { type Database, type Tx, unhurried } from '../db/index.ts'
import { mustRead } from '../lenient.ts'
import { type Log, silentLog } from '../log.ts'
import { finishedWithin } from '../patience.ts'
import { createTimerLoop, type TimerHandler } from '../timers/index.ts'
import { createBoss, inTransaction } from './boss.ts'
import { deferredJob, JOB_TIMER } from './envelope.ts'
import type { Job, JobRun } from './job.ts'
import { countOpen, prepareQueues, resumeAfterCrash, resumeLost, waitedMs, waitingLong } from './queues.ts'
import { createWakers, type Sleeper } from './wake.ts'
import { type BatchHandler, workOff } from './work-off.ts'

export interface Jobs {
  /**
   * Adds a job as part of `tx`: it runs after the commit, and never when `tx` is rolled back. Taken during and after a stop as
   * well: the next start works it off. Throws an Error for a job that nobody works off, or before `start` has made the queues.
   */
  enqueue<Data extends object>(tx: Tx, job: Job<Data>, data: Data): Promise<void>
  /** The same for many, in one statement. */
  enqueueMany<Data extends object>(tx: Tx, job: Job<Data>, all: readonly Data[]): Promise<void>
  /**
   * Says who works off a job, before `start`. A run that throws comes back with growing pauses, up to
   * `mostAttempts` times; after that, or where it does not have the job's shape, it is set aside.
   */
  work<Data extends object>(job: Job<Data>, handler: (run: JobRun<Data>) => Promise<void>): void
  /** The same for several at once. */
  workBatch<Data extends object>(job: Job<Data>, handler: BatchHandler<Data>): void
  /** Makes the queues, takes up what a crash interrupted, and begins to work. */
  start(): Promise<void>
  /** Begins with nothing more. Resolves when what runs has ended. */
  finish(): Promise<void>
  /** Finishes, or gives back after `graceMs` (default 10 s) what has not ended: the next start takes it up. */
  stop(graceMs?: number): Promise<void>
  /** Resolves when nothing waits and nothing runs, apart from what is due later. For tests and orderly ends. */
  drained(): Promise<void>
  /** For how many milliseconds the job that is due longest has waited to be begun; 0 where none is due. */
  waitedMs(): Promise<number>
}

/** Each of some hundred workers would look this often by itself, in seconds: what waits is looked for once for all of them, below. */
const POLL_SECONDS = 600
const POLL_WHEN_DEAF_SECONDS = 1
/** How many milliseconds pass between two looks for jobs of a dead replica, and for jobs whose notification was lost. */
const LOOK_FOR_LOST_MS = 5_000

/** The queue of one database. */
export function createJobs(
  db: Database,
  { clock, log = silentLog, lookForLostMs = LOOK_FOR_LOST_MS }: { clock: Clock; log?: Log; lookForLostMs?: number },
): Jobs {
  const wakers = createWakers()
  const boss = createBoss(db, log, wakers.wake)
  const workers = new Map<string, { job: Job<object>; handler: BatchHandler<object> }>()
  const watchers = new Set<() => void>()
  const sleepers: Sleeper[] = []
  let queuesExist = false
  let finishing: Promise<void> | undefined

  const enqueueMany: Jobs['enqueueMany'] = async (tx, job, all) => {
    if (!queuesExist) throw new Error(`${job.name} was enqueued before the jobs were started`)
    if (!workers.has(job.name)) throw new Error(`Nobody works off the job ${job.name}`)
    if (all.length === 0) return
    const letters = all.map((data) => ({ data: { data, failures: 0 } }))
    await boss.insert(job.name, letters, { db: inTransaction(tx) })
  }

  /** A job's time has come: the timer and the job change places in one transaction. */
  const enqueueDue: TimerHandler = async (tx, { data }) => {
    const { name, envelope } = mustRead(deferredJob, data)
    if (!workers.has(name)) throw new Error(`A job is due that this release does not know: ${name}`)
    await boss.insert(name, [{ data: envelope }], { db: inTransaction(tx) })
  }
  const loop = createTimerLoop({ db, clock, log, handlers: { [JOB_TIMER]: enqueueDue } })

  const workBatch = <Data extends object>(job: Job<Data>, handler: BatchHandler<Data>) => {
    if (queuesExist) throw new Error('Workers are named before the jobs are started')
    if (workers.has(job.name)) throw new Error(`Two workers for the job ${job.name}`)
    // The queue holds for this name what enqueue took with the same token, so the type is Data's.
    workers.set(job.name, { job, handler: handler as unknown as BatchHandler<object> })
  }

  const startWorker = async ({ job, handler }: { job: Job<object>; handler: BatchHandler<object> }) => {
    // At least two, because only a full batch of several is followed by another fetch at once.
    const batchSize = Math.max(job.batch, 2)
    const sleeper: Sleeper = { busy: false, wake: () => boss.notifyWorker(worker) }
    const worker = await boss.work(
      job.name,
      {
        includeMetadata: true,
        perJobResults: true,
        batchSize,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: POLL_WHEN_DEAF_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
      },
      async (fetched) => {
        sleeper.busy = true
        wakers.took(job.name, fetched.length, fetched.length >= batchSize)
        try {
          const work = () => workOff({ boss, db, clock, log }, job, handler, fetched)
          return await (job.unhurried ? unhurried(work) : work())
        } finally {
          sleeper.busy = false
          setImmediate(() => {
            for (const look of watchers) look()
          })
        }
      },
    )
    wakers.add(job.name, sleeper)
    sleepers.push(sleeper)
  }

  /** The embedded database has one process: what runs there is never lost, however long it is silent. */
  const takeUpLost = async () => {
    const names = db.kind === 'pglite' ? [] : await resumeLost(db)
    if (names.length > 0) log.info({ jobs: names }, 'Jobs of a process that is gone are taken up again')
    for (const name of new Set([...names, ...(await waitingLong(db, lookForLostMs))])) wakers.wake(name)
  }
  let lost: Cancel = () => {}
  let looking: Promise<void> = Promise.resolve()
  const lookForLost = () => {
    lost = systemClock.setTimer(
      () => {
        looking = takeUpLost()
          .catch((error: unknown) =>
            log.warn({ err: error }, 'What a dead process left behind could not be looked for'),
          )
          .finally(() => finishing ?? lookForLost())
      },
      later(systemClock.now(), lookForLostMs),
    )
  }

  const finish = () => {
    lost()
    finishing ??= Promise.all([looking, loop.stop(), ...[...workers.keys()].map((name) => boss.offWork(name))]).then(
      () => {},
    )
    return finishing
  }

  return {
    enqueue: (tx, job, data) => enqueueMany(tx, job, [data]),
    enqueueMany,
    workBatch,
    work: (job, handler) =>
      workBatch(job, (runs) =>
        Promise.all(
          runs.map((run) =>
            handler(run).then(
              () => ({ id: run.id, done: true as const }),
              (error: unknown) => ({ id: run.id, error }),
            ),
          ),
        ),
      ),
    async start() {
      // Replicas that meet a new database at once make pg-boss's tables both: one of them has to try again.
      await boss.start({ attempts: 5 })
      await prepareQueues(boss, db, log, [...workers.keys()])
      if (db.kind === 'pglite') {
        const resumed = await resumeAfterCrash(db)
        if (resumed > 0) log.info({ jobs: resumed }, 'Jobs that were running at the last end are taken up again')
      }
      lookForLost()
      queuesExist = true
      for (const worker of workers.values()) {
        if (finishing) return
        await Promise.all(Array.from({ length: worker.job.concurrency }, () => startWorker(worker)))
      }
      if (!finishing) await loop.start()
    },
    finish,
    async stop(graceMs = 10_000) {
      await finishedWithin(graceMs, finish())
      await boss.stop({ graceful: false })
    },
    async drained() {
      while (sleepers.some(({ busy }) => busy) || (await countOpen(db)) > 0) {
        await new Promise<void>((resolve) => {
          const look = () => {
            cancel()
            watchers.delete(look)
            resolve()
          }
          // Another replica may be the one that works; it does so in machine time, whatever our clock says.
          const cancel = systemClock.setTimer(look, later(systemClock.now(), 50))
          watchers.add(look)
        })
      }
    },
    waitedMs: async () => Math.max(...(await Promise.all([waitedMs(db, [...workers.keys()]), loop.waitedMs()]))),
  }
}
