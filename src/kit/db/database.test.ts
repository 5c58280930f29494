import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDatabase, forEachDatabase, onDatabase, openReplica, urlOf } from '../../../test/harness/database.ts'
import { Malformed } from '../lenient.ts'
import { type Database, isUniqueViolation, json, onCommit, openDatabase, type Tx } from './index.ts'

const due = new Date('2026-04-01T03:15:00Z')

function addTimer(tx: Tx, subject: string, data: unknown = {}) {
  return tx
    .insertInto('timers')
    .values({ subject, kind: 'checkpoint', due_at: due, data: json(data) })
    .execute()
}

async function subjects(db: Database) {
  const rows = await db.read.selectFrom('timers').select('subject').orderBy('subject').execute()
  return rows.map(({ subject }) => subject)
}

forEachDatabase((_name, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  beforeEach(() => emptyDatabase(db))

  describe('a transaction', () => {
    test('keeps all of it or nothing', async () => {
      await db.transaction((tx) => addTimer(tx, 'kept'))
      await expect(
        db.transaction(async (tx) => {
          await addTimer(tx, 'undone')
          throw new Error('changed my mind')
        }),
      ).rejects.toThrow('changed my mind')
      expect(await subjects(db)).toEqual(['kept'])
    })

    test('rolls back when a statement fails, and the connection is good afterwards', async () => {
      const twice = db.transaction(async (tx) => {
        await addTimer(tx, 'a')
        await addTimer(tx, 'a')
      })
      expect(isUniqueViolation(await twice.catch((error: unknown) => error), 'timers_pkey')).toBe(true)
      expect(await subjects(db)).toEqual([])
    })

    test('does not pretend to have committed when its work swallowed a failed statement', async () => {
      const swallowed = db.transaction(async (tx) => {
        await addTimer(tx, 'a')
        await sql`select 1/0`.execute(tx).catch(() => {})
      })
      await expect(swallowed).rejects.toThrow('rolled back instead of committed')
      expect(await subjects(db)).toEqual([])
    })

    test('refuses a statement beside it and a second transaction inside it, instead of waiting for itself', async () => {
      await db.transaction(async (tx) => {
        await expect(subjects(db)).rejects.toThrow('must go through the tx')
        await expect(db.transaction(async () => {})).rejects.toThrow('must go through the tx')
        await addTimer(tx, 'a')
      })
      expect(await subjects(db)).toEqual(['a'])
    })

    test('binds what it started only while it is open', async () => {
      let afterwards: Promise<string[]> | undefined
      const committed = Promise.withResolvers<void>()
      await db.transaction(async (tx) => {
        await addTimer(tx, 'a')
        afterwards = committed.promise.then(() => subjects(db))
      })
      committed.resolve()
      expect(await afterwards).toEqual(['a'])
    })

    test('tells after the commit, and not at all after a rollback', async () => {
      const told = vi.fn()
      await db.transaction(async (tx) => {
        onCommit(tx, told)
        expect(told).not.toHaveBeenCalled()
      })
      expect(told).toHaveBeenCalledTimes(1)
      await db
        .transaction(async (tx) => {
          onCommit(tx, told)
          throw new Error('no')
        })
        .catch(() => {})
      expect(told).toHaveBeenCalledTimes(1)
    })

    test('many at once all get their turn', async () => {
      await Promise.all(Array.from({ length: 50 }, (_, n) => db.transaction((tx) => addTimer(tx, `n${n}`))))
      expect(await subjects(db)).toHaveLength(50)
    })
  })

  test('values arrive as what they are', async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as big, array[1, null, 3]::int8[] as bigs, array[]::int8[] as none, count(*) as count,
        timestamptz '2026-04-01 12:15+09' as moment, date '2026-04-01' as day, '{"a": [1]}'::jsonb as doc, 1.50::numeric as exact
      from timers`.execute(db.read)
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        bigs: [1, null, 3],
        none: [],
        count: 0,
        moment: due,
        day: '2026-04-01',
        doc: { a: [1] },
        exact: '1.50',
      },
    ])
  })

  test('a time that is none is refused as unreadable, before it is sent', async () => {
    const never = db.transaction((tx) => sql`select ${new Date(Number.NaN)}::timestamptz as at`.execute(tx))
    await expect(never).rejects.toThrow(Malformed)
    expect(await subjects(db)).toEqual([])
  })

  test('a number too large to be exact is refused, not rounded', async () => {
    await expect(sql`select 9007199254740993::int8`.execute(db.read)).rejects.toThrow(RangeError)
    await expect(subjects(db)).resolves.toEqual([])
  })

  test.each([[['a', 'b']], ['text'], [12], [null], [{ text: 'null\u0000byte' }]])('jsonb carries %j', async (data) => {
    await db.transaction((tx) => addTimer(tx, 'a', data))
    const row = await db.read.selectFrom('timers').select('data').executeTakeFirstOrThrow()
    expect(row.data).toEqual(typeof data === 'object' && data && 'text' in data ? { text: 'nullbyte' } : data)
  })

  test('a notification is heard when its transaction commits, and may read the database', async () => {
    const heard: string[] = []
    const all = Promise.withResolvers<void>()
    const connected = vi.fn()
    const ear = await db.listen(
      'Channel 1',
      (payload) => {
        heard.push(payload)
        subjects(db).then((found) => {
          heard.push(...found)
          all.resolve()
        }, all.reject)
      },
      connected,
    )
    expect(connected).toHaveBeenCalledTimes(1)
    await db
      .transaction(async (tx) => {
        await sql`select pg_notify('Channel 1', 'undone')`.execute(tx)
        throw new Error('no')
      })
      .catch(() => {})
    await db.transaction(async (tx) => {
      await addTimer(tx, 'a')
      await sql`select pg_notify('Channel 1', 'done')`.execute(tx)
    })
    await all.promise
    expect(heard).toEqual(['done', 'a'])
    await ear.close()
  })

  test('closing waits for what is running, and may be asked for twice', async () => {
    const own = await open()
    const running = own.transaction((tx) => addTimer(tx, 'last'))
    await Promise.all([own.close(), running])
    await own.close()
    await expect(subjects(own)).rejects.toThrow()
  })
})

onDatabase('PostgreSQL', (open) => {
  test('two transactions that lock each other out are both done in the end', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await addTimer(tx, 'a', 0)
      await addTimer(tx, 'b', 0)
    })
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let begun = 0
    const raise = (first: string, second: string, mine: number) =>
      db.transaction(async (tx) => {
        const one = (subject: string) =>
          sql`update timers set data = to_jsonb((data #>> '{}')::int + 1) where subject = ${subject}`.execute(tx)
        begun++
        await one(first)
        both[mine]?.resolve()
        await Promise.all(both.map(({ promise }) => promise))
        await one(second)
      })
    await Promise.all([raise('a', 'b', 0), raise('b', 'a', 1)])
    expect(begun).toBeGreaterThan(2)
    const rows = await db.read.selectFrom('timers').select('data').execute()
    expect(rows.map(({ data }) => data)).toEqual([2, 2])
  })

  test('work goes on after the server cut every connection', async () => {
    const db = await open()
    const admin = await openReplica(db)
    await db.transaction((tx) => addTimer(tx, 'before'))
    const heard = Promise.withResolvers<string>()
    let connections = 0
    const again = Promise.withResolvers<void>()
    const ear = await db.listen('news', heard.resolve, () => {
      if (++connections === 2) again.resolve()
    })
    let attempts = 0
    await db.transaction(async (tx) => {
      await addTimer(tx, 'during')
      if (++attempts > 1) return
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(admin.read)
      // Finds the connection dead before the commit: one that breaks during it is nobody's to try again.
      await addTimer(tx, 'too late')
    })
    expect(attempts).toBe(2)
    expect(await subjects(db)).toEqual(['before', 'during'])
    await again.promise
    await sql`select pg_notify('news', 'still here')`.execute(admin.read)
    expect(await heard.promise).toBe('still here')
    await ear.close()
    await admin.close()
  })

  test('what cannot be used is told in one sentence, without the password', async () => {
    const db = await open()
    const replica = await openReplica(db)
    const url = urlOf(replica)
    await replica.close()
    const wrong = new URL(url)
    wrong.pathname = '/nowhere'
    await expect(openDatabase({ url: wrong.href })).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:\d+\/nowhere cannot be used \(3D000\): [^\n]+$/),
    })
    wrong.password = 'guessed-wrong'
    const refused = await openDatabase({ url: wrong.href }).catch((error: unknown) => String(error))
    expect(refused).toMatch(/^SetupError: PostgreSQL at .* \(28P01\)/)
    expect(refused).not.toContain('guessed')
    await expect(openDatabase({ url: 'mysql://bot:hunter2@db/x' })).rejects.toThrow('postgres://user:password@host')
  })
})
