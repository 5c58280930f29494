import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { emptyDatabase, forEachDatabase, onDatabase, openReplica } from '../../../test/harness/database.ts'
import { until } from '../../../test/harness/until.ts'
import { createManualClock, type ManualClock } from '../clock.ts'
import type { Database } from '../db/index.ts'
import { countSetAside } from '../set-aside.ts'
import { setTimers } from '../timers/index.ts'
import { createJobs, defineJob, type Jobs, RetryAfter, tryAgain } from './index.ts'

const announce = defineJob('test.announce', z.object({ channel: z.string() }))

forEachDatabase((_name, open) => {
  let db: Database
  let clock: ManualClock
  const running: Jobs[] = []
  beforeAll(async () => {
    db = await open()
  })
  beforeEach(async () => {
    await emptyDatabase(db)
    clock = createManualClock('2026-04-01T03:00:00Z')
  })
  afterEach(async () => {
    for (const jobs of running.splice(0)) await jobs.stop()
    await sql`delete from pgboss.job`.execute(db.read)
  })

  const begin = async (jobs: Jobs) => {
    running.push(jobs)
    await jobs.start()
    return jobs
  }
  const create = () => createJobs(db, { clock })
  const enqueue = (jobs: Jobs, channel: string) => db.transaction((tx) => jobs.enqueue(tx, announce, { channel }))

  test('a job runs after its transaction is committed, with its data, and may use the database', async () => {
    const jobs = create()
    const ran = Promise.withResolvers<unknown>()
    jobs.work(announce, async ({ data, attempt }) => {
      await db.read.selectFrom('timers').selectAll().execute()
      ran.resolve({ data, attempt })
    })
    await begin(jobs)
    await enqueue(jobs, 'C1')
    expect(await ran.promise).toEqual({ data: { channel: 'C1' }, attempt: 1 })
    await jobs.drained()
  })

  test('a job whose transaction is rolled back never runs', async () => {
    const jobs = create()
    const told: string[] = []
    jobs.work(announce, async ({ data }) => void told.push(data.channel))
    await begin(jobs)
    await db
      .transaction(async (tx) => {
        await jobs.enqueue(tx, announce, { channel: 'undone' })
        throw new Error('no')
      })
      .catch(() => {})
    await enqueue(jobs, 'kept')
    await jobs.drained()
    expect(told).toEqual(['kept'])
  })

  test('many in one transaction all run soon, although one notification stands for all', async () => {
    const jobs = create()
    const told = new Set<string>()
    jobs.work(announce, async ({ data }) => void told.add(data.channel))
    await begin(jobs)
    const channels = Array.from({ length: 100 }, (_, n) => `C${n}`)
    await db.transaction((tx) =>
      jobs.enqueueMany(
        tx,
        announce,
        channels.map((channel) => ({ channel })),
      ),
    )
    await jobs.drained()
    expect(told.size).toBe(100)
  })

  test('a failed job comes back with growing pauses, and the others of its batch are done', async () => {
    const jobs = create()
    const told: string[] = []
    jobs.work(announce, async ({ data, attempt }) => {
      if (data.channel === 'broken' && attempt < 4) throw new Error(`attempt ${attempt}`)
      told.push(`${data.channel} ${attempt} ${clock.now().toISOString().slice(17, 19)}`)
    })
    await begin(jobs)
    await Promise.all([enqueue(jobs, 'broken'), enqueue(jobs, 'whole')])
    await jobs.drained()
    expect(told).toEqual(['whole 1 00'])
    for (const pause of [1000, 2000, 4000]) {
      await clock.advanceBy(pause - 1)
      await jobs.drained()
      expect(told).toHaveLength(1)
      await clock.advanceBy(1)
      await jobs.drained()
    }
    expect(told).toEqual(['whole 1 00', 'broken 4 07'])
  })

  test('a job that fails each time is set aside, and done when somebody has it tried again', async () => {
    const told: string[] = []
    let isBroken = true
    const jobs = create()
    jobs.work(announce, async ({ data, attempt }) => {
      if (isBroken) throw new Error(`broken ${attempt}\nsecret words`)
      told.push(`${data.channel} ${attempt}`)
    })
    await begin(jobs)
    await enqueue(jobs, 'C1')
    for (let n = 0; n < 30; n++) {
      await jobs.drained()
      await clock.advanceBy(5 * 60_000)
    }
    expect(await db.read.selectFrom('timers').selectAll().execute()).toEqual([])
    expect(await db.read.selectFrom('set_aside').select(['what', 'name', 'problem', 'attempts']).execute()).toEqual([
      { what: 'job', name: 'test.announce', problem: 'Error: broken 12', attempts: 12 },
    ])
    isBroken = false
    expect(await db.transaction((tx) => tryAgain(tx, 'failed', clock.now()))).toBe(1)
    await clock.advanceBy(0)
    await jobs.drained()
    expect(told).toEqual(['C1 1'])
    expect(await countSetAside(db.read, clock)).toBe(0)
  })

  test('a job that fails because the database does is tried for as long as that lasts', async () => {
    const jobs = create()
    jobs.work(announce, async () => {
      throw Object.assign(new Error('could not extend file'), { code: '53100' })
    })
    await begin(jobs)
    await enqueue(jobs, 'C1')
    for (let n = 0; n < 30; n++) {
      await jobs.drained()
      await clock.advanceBy(5 * 60_000)
    }
    await jobs.drained()
    expect(await countSetAside(db.read, clock)).toBe(0)
    expect(await db.read.selectFrom('timers').select('kind').execute()).toEqual([{ kind: 'job' }])
  })

  test('a job that was told to wait comes back at its time, and that counts as no failure', async () => {
    const jobs = create()
    const attempts: number[] = []
    jobs.work(announce, async ({ attempt }) => {
      attempts.push(attempt)
      if (attempts.length === 1) throw new RetryAfter(30_000)
    })
    await begin(jobs)
    await enqueue(jobs, 'C1')
    await jobs.drained()
    await clock.advanceBy(29_999)
    await jobs.drained()
    expect(attempts).toEqual([1])
    await clock.advanceBy(1)
    await jobs.drained()
    expect(attempts).toEqual([1, 1])
  })

  test('a job of which nobody was notified is found', async () => {
    const jobs = createJobs(db, { clock, lookForLostMs: 20 })
    const told: string[] = []
    jobs.work(announce, async ({ data }) => void told.push(data.channel))
    await begin(jobs)
    await sql`insert into pgboss.job (name, data) values ('test.announce', '{"data":{"channel":"C1"}}')`.execute(
      db.read,
    )
    // Gives up by itself: where nobody looks for it, the job lies there for good.
    await until(async () => expect(told).toEqual(['C1']), 5_000, 10)
  })

  test('a job whose data cannot be read is set aside, logged once by its place, and holds up nobody', async () => {
    const error = vi.fn()
    const jobs = createJobs(db, { clock, log: { error, warn: vi.fn(), info: vi.fn(), debug: vi.fn() } as never })
    const told: unknown[] = []
    jobs.work(announce, async ({ data }) => void told.push(data.channel))
    await begin(jobs)
    const deferred = (envelope: unknown) => ({ name: 'test.announce', envelope })
    await db.transaction((tx) =>
      setTimers(tx, [
        { subject: 'no envelope', kind: 'job', dueAt: clock.now(), data: deferred('secret words') },
        { subject: 'odd', kind: 'job', dueAt: clock.now(), data: deferred({ data: { channel: 7 }, failures: 3 }) },
      ]),
    )
    for (const data of [null, '"secret words"', '{"data":{"channel":null}}', '{"data":[],"failures":"x"}'])
      await sql`insert into pgboss.job (name, data) values ('test.announce', ${data}::jsonb)`.execute(db.read)
    await enqueue(jobs, 'C1')
    await clock.advanceBy(1_000)
    await jobs.drained()
    await clock.advanceBy(3_600_000)
    await jobs.drained()
    expect(told).toEqual(['C1'])
    const problems = error.mock.calls.map(([about]) => (about as { problem: string }).problem)
    expect(problems.toSorted()).toEqual([
      '(whole): expected object',
      '(whole): expected object',
      'channel: expected string',
      'channel: expected string',
      'data: expected object; failures: expected number',
      'envelope: expected object',
    ])
    expect(await countSetAside(db.read, clock)).toBe(6)
    expect(await db.read.selectFrom('timers').selectAll().execute()).toEqual([])
  })

  describe('a job that nobody knows is an error', () => {
    test('when it is enqueued', async () => {
      const jobs = await begin(create())
      await expect(enqueue(jobs, 'C1')).rejects.toThrow('Nobody works off the job test.announce')
    })

    test('when it is found waiting at the start', async () => {
      const first = create()
      const gone = defineJob('test.gone', z.object({ channel: z.string() }), { concurrency: 1 })
      first.work(gone, () => Promise.reject(new RetryAfter(0)))
      await begin(first)
      await first.stop()
      await sql`insert into pgboss.job (name, data) values ('test.gone', '{}')`.execute(db.read)
      const error = vi.fn()
      await begin(createJobs(db, { clock, log: { error, warn: vi.fn(), info: vi.fn() } as never }))
      expect(error).toHaveBeenCalledWith({ job: 'test.gone', waiting: 1 }, expect.stringContaining('they are kept'))
    })
  })
})

onDatabase('PGlite', (open) => {
  test('work that was running at a crash is taken up at the next start', async () => {
    const db = await open()
    const clock = createManualClock()
    const crashed = createJobs(db, { clock })
    const begun = Promise.withResolvers<void>()
    const never = new Promise<void>(() => {})
    crashed.work(announce, async () => {
      begun.resolve()
      await never
    })
    await crashed.start()
    await db.transaction((tx) => crashed.enqueue(tx, announce, { channel: 'C1' }))
    await begun.promise
    // The crashed one still listens, but has no worker free; the next start is another process's.
    const next = createJobs(db, { clock })
    const told = Promise.withResolvers<string>()
    next.work(announce, async ({ data }) => told.resolve(data.channel))
    await next.start()
    expect(await told.promise).toBe('C1')
    await Promise.all([next.stop(), crashed.stop(1)])
  })
})

onDatabase('PostgreSQL', (open) => {
  test('two replicas share the work and do none of it twice', async () => {
    const db = await open()
    const other = await openReplica(db)
    const clock = createManualClock()
    const told: string[] = []
    const [here, there] = [createJobs(db, { clock }), createJobs(other, { clock })]
    for (const jobs of [here, there]) jobs.work(announce, async ({ data }) => void told.push(data.channel))
    await Promise.all([here.start(), there.start()])
    const channels = Array.from({ length: 60 }, (_, n) => `C${n}`)
    await Promise.all(channels.map((channel) => db.transaction((tx) => here.enqueue(tx, announce, { channel }))))
    await here.drained()
    expect(told.toSorted()).toEqual(channels.toSorted())
    await Promise.all([here.stop(), there.stop()])
    await other.close()
  })
})
