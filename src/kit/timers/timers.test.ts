import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { emptyDatabase, forEachDatabase, onDatabase, openReplica } from '../../../test/harness/database.ts'
import { createManualClock, later, type ManualClock } from '../clock.ts'
import type { Database } from '../db/index.ts'
import { tryAgain } from '../jobs/index.ts'
import { mustRead } from '../lenient.ts'
import { countSetAside, setAside } from '../set-aside.ts'
import {
  cancelAll,
  cancelTimer,
  createTimerLoop,
  setTimer,
  setTimers,
  type TimerHandler,
  type TimerLoop,
} from './index.ts'

const start = new Date('2026-04-01T03:00:00Z')
const minutes = (n: number) => later(start, n * 60_000)

forEachDatabase((_name, open) => {
  let db: Database
  let clock: ManualClock
  let seen: string[]
  const note: TimerHandler = async (_tx, { subject, kind }, now) => {
    seen.push(`${subject} ${kind} ${now.toISOString().slice(11, 16)}`)
  }
  beforeAll(async () => {
    db = await open()
  })
  beforeEach(async () => {
    await emptyDatabase(db)
    clock = createManualClock(start)
    seen = []
  })

  const running = async (handlers: Record<string, TimerHandler>, work: (loop: TimerLoop) => Promise<void>) => {
    const loop = createTimerLoop({ db, clock, handlers })
    await loop.start()
    try {
      await work(loop)
    } finally {
      await loop.stop()
    }
  }

  test('timers are handled when they fall due, in order, also those set while the loop waits', async () => {
    await db.transaction((tx) => setTimer(tx, { subject: 'late', kind: 'note', dueAt: minutes(30) }))
    await running({ note }, async () => {
      await db.transaction((tx) => setTimer(tx, { subject: 'soon', kind: 'note', dueAt: minutes(15) }))
      await clock.advanceTo(minutes(14))
      expect(seen).toEqual([])
      await clock.advanceTo(minutes(60))
      expect(seen).toEqual(['soon note 03:15', 'late note 03:30'])
    })
  })

  test('what fell due while the process was down is handled at the start, the oldest first', async () => {
    for (const [subject, ago] of [
      ['second', 60],
      ['first', 90],
      ['third', 30],
    ] as const)
      await db.transaction((tx) => setTimer(tx, { subject, kind: 'note', dueAt: minutes(-ago) }))
    await running({ note }, async () =>
      expect(seen.map((each) => each.split(' ')[0])).toEqual(['first', 'second', 'third']),
    )
  })

  test('a handler that sets its timer again makes a series', async () => {
    const checkpoint: TimerHandler = async (tx, timer, now) => {
      await note(tx, timer, now)
      await setTimer(tx, { ...timer, dueAt: later(timer.dueAt, 15 * 60_000), data: { n: seen.length } })
    }
    await db.transaction((tx) => setTimer(tx, { subject: 'i', kind: 'checkpoint', dueAt: minutes(15) }))
    await running({ checkpoint }, async () => {
      await clock.advanceTo(minutes(61))
      expect(seen).toHaveLength(4)
      const rows = await db.read.selectFrom('timers').selectAll().execute()
      expect(rows).toEqual([{ subject: 'i', kind: 'checkpoint', due_at: minutes(75), data: { n: 4 }, failures: 0 }])
    })
  })

  test('a timer that was moved or taken back does not fire at its old time', async () => {
    await db.transaction((tx) =>
      setTimers(
        tx,
        ['moved', 'taken', 'gone'].map((subject) => ({ subject, kind: 'note', dueAt: minutes(5) })),
      ),
    )
    await running({ note }, async () => {
      await db.transaction(async (tx) => {
        await setTimer(tx, { subject: 'moved', kind: 'note', dueAt: minutes(10) })
        await cancelTimer(tx, 'taken', 'note')
        await cancelAll(tx, 'gone')
      })
      await clock.advanceTo(minutes(20))
      expect(seen).toEqual(['moved note 03:10'])
    })
  })

  test('a handler that fails undoes its own changes only, comes back later each time, and holds up nobody', async () => {
    let attempts = 0
    const broken: TimerHandler = async (tx, timer, now) => {
      await setTimer(tx, { subject: 'side effect', kind: 'note', dueAt: now })
      if (++attempts < 3) throw new Error('not yet')
      await note(tx, timer, now)
    }
    await db.transaction((tx) =>
      setTimers(tx, [
        { subject: 'a', kind: 'broken', dueAt: minutes(0) },
        { subject: 'b', kind: 'note', dueAt: minutes(0) },
      ]),
    )
    await running({ note, broken }, async () => {
      expect(seen).toEqual(['b note 03:00'])
      await clock.advanceBy(2_000)
      expect(attempts).toBe(2)
      await clock.advanceBy(4_000)
      expect(seen).toEqual(['b note 03:00', 'a broken 03:00', 'side effect note 03:00'])
    })
  })

  test('a timer whose data cannot be read is set aside, logged once by its place, and holds up nobody', async () => {
    const error = vi.fn()
    const reading: TimerHandler = async (tx, timer, now) => {
      mustRead(z.object({ n: z.number() }), timer.data)
      await note(tx, timer, now)
    }
    await db.transaction((tx) =>
      setTimers(tx, [
        { subject: 'odd', kind: 'reading', dueAt: minutes(0), data: { n: 'secret words' } },
        { subject: 'none', kind: 'reading', dueAt: minutes(0) },
        { subject: 'sound', kind: 'reading', dueAt: minutes(1), data: { n: 1 } },
      ]),
    )
    // Written by hand, to the microsecond.
    await sql`insert into timers (subject, kind, due_at, data) values
      ('by hand', 'reading', '2026-04-01T02:59:59.123456Z', '"secret words"')`.execute(db.read)
    const log = { error, debug: vi.fn(), warn: vi.fn(), info: vi.fn() } as never
    const loop = createTimerLoop({ db, clock, handlers: { reading }, log })
    await loop.start()
    await clock.advanceTo(minutes(60))
    await loop.stop()
    expect(seen).toEqual(['sound reading 03:01'])
    expect(await db.read.selectFrom('timers').selectAll().execute()).toEqual([])
    const told = error.mock.calls.map(([about]) => about as object)
    expect(told).toHaveLength(3)
    expect(told).toContainEqual({ what: 'timer', name: 'reading', subject: 'odd', problem: 'n: expected number' })
    expect(await countSetAside(db.read, clock)).toBe(3)
    // Set again it is a timer like any other; what was set aside is forgotten after two weeks.
    await db.transaction((tx) => setTimer(tx, { subject: 'odd', kind: 'reading', dueAt: minutes(61), data: { n: 2 } }))
    await running({ reading }, async () => clock.advanceBy(15 * 24 * 3_600_000))
    expect(seen).toContain('odd reading 04:01')
    expect(await countSetAside(db.read, clock)).toBe(0)
  })

  test('a timer that fails each time is set aside, and done when somebody has it tried again', async () => {
    let isBroken = true
    const handler: TimerHandler = async (tx, timer, now) => {
      if (isBroken && timer.subject === 'broken') throw new Error('broken\nsecret words')
      await note(tx, timer, now)
    }
    await db.transaction((tx) =>
      setTimers(tx, [
        { subject: 'broken', kind: 'note', dueAt: minutes(0), data: { n: 1 } },
        { subject: 'sound', kind: 'note', dueAt: minutes(90) },
      ]),
    )
    await running({ note: handler }, async () => {
      await clock.advanceTo(minutes(100))
      expect(seen).toEqual(['sound note 04:30'])
      expect(
        await db.read.selectFrom('set_aside').select(['name', 'subject', 'data', 'problem', 'attempts']).execute(),
      ).toEqual([{ name: 'note', subject: 'broken', data: { n: 1 }, problem: 'Error: broken', attempts: 12 }])
      isBroken = false
      // What was set again stays as it was set.
      await db.transaction((tx) =>
        setTimer(tx, { subject: 'broken', kind: 'note', dueAt: minutes(105), data: { n: 2 } }),
      )
      await db.transaction(async (tx) => {
        await tryAgain(tx, 'failed', clock.now())
        const unreadable = { what: 'timer', name: 'note', subject: 'broken', data: { n: 1 }, problem: 'x' } as const
        await setAside(tx, { ...unreadable, attempts: 12 }, clock.now())
      })
      await clock.advanceBy(0)
      expect(seen).toEqual(['sound note 04:30'])
      await db.transaction((tx) => cancelTimer(tx, 'broken', 'note'))
      await db.transaction((tx) => tryAgain(tx, 'failed', clock.now()))
      await clock.advanceBy(0)
      expect(seen).toEqual(['sound note 04:30', 'broken note 04:40'])
    })
  })

  test('kinds of other loops are left alone', async () => {
    await db.transaction((tx) => setTimer(tx, { subject: 'a', kind: 'other', dueAt: minutes(0) }))
    await running({ note }, async () => clock.advanceTo(minutes(10)))
    expect(await db.read.selectFrom('timers').selectAll().execute()).toHaveLength(1)
  })

  test('a timer whose transaction is rolled back was never set', async () => {
    await running({ note }, async () => {
      await db
        .transaction(async (tx) => {
          await setTimer(tx, { subject: 'a', kind: 'note', dueAt: minutes(1) })
          throw new Error('no')
        })
        .catch(() => {})
      await clock.advanceTo(minutes(2))
      expect(seen).toEqual([])
    })
  })

  test('two thousand timers due at once are all handled, each once', async () => {
    const subjects = Array.from({ length: 2_000 }, (_, n) => `s${n}`)
    await db.transaction((tx) =>
      setTimers(
        tx,
        subjects.map((subject) => ({ subject, kind: 'note', dueAt: minutes(15) })),
      ),
    )
    await running({ note }, async () => {
      await clock.advanceTo(minutes(15))
      expect(new Set(seen).size).toBe(2_000)
      expect(seen).toHaveLength(2_000)
    })
  })
})

onDatabase('PostgreSQL', (open) => {
  test('two replicas share the timers and handle none twice; one finds what the other set', async () => {
    const db = await open()
    const other = await openReplica(db)
    const clock = createManualClock(start)
    const seen: string[] = []
    const by =
      (name: string): TimerHandler =>
      async (_tx, { subject }) =>
        void seen.push(`${subject} ${name}`)
    const here = createTimerLoop({ db, clock, handlers: { note: by('here') } })
    const there = createTimerLoop({ db: other, clock, handlers: { note: by('there') }, lookAgainMs: 20 })
    await db.transaction((tx) =>
      setTimers(
        tx,
        Array.from({ length: 300 }, (_, n) => ({ subject: `s${n}`, kind: 'note', dueAt: start })),
      ),
    )
    await Promise.all([here.start(), there.start()])
    expect(new Set(seen.map((line) => line.split(' ')[0])).size).toBe(300)
    expect(seen).toHaveLength(300)
    expect(new Set(seen.map((line) => line.split(' ')[1]))).toEqual(new Set(['here', 'there']))

    await here.stop()
    seen.length = 0
    await db.transaction((tx) => setTimer(tx, { subject: 'late', kind: 'note', dueAt: minutes(1) }))
    await vi.waitFor(() => expect(clock.nextDue()).toEqual(minutes(1)))
    await clock.advanceTo(minutes(2))
    expect(seen).toEqual(['late there'])
    await there.stop()
    await other.close()
  })

  test('a handler that takes long in one replica keeps the other from nothing else', async () => {
    const db = await open()
    const other = await openReplica(db)
    const clock = createManualClock(start)
    const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const here = createTimerLoop({
      db,
      clock,
      handlers: {
        note: async () => {
          begun.resolve()
          await over.promise
        },
      },
    })
    const seen: string[] = []
    const there = createTimerLoop({
      db: other,
      clock,
      handlers: { note: async (_tx, { subject }) => void seen.push(subject) },
    })
    await db.transaction((tx) =>
      setTimers(
        tx,
        ['long', 'short'].map((subject, n) => ({ subject, kind: 'note', dueAt: later(start, n) })),
      ),
    )
    await clock.advanceTo(minutes(1))
    const started = here.start()
    await begun.promise
    const joined = there.start()
    await vi.waitFor(() => expect(seen).toEqual(['short']))
    over.resolve()
    await Promise.all([started, joined])
    await here.stop()
    await there.stop()
    await other.close()
  })
})
