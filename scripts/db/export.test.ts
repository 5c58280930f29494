import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createManualClock } from '../../src/kit/clock.ts'
import { type Database, json } from '../../src/kit/db/index.ts'
import { createJobs, defineJob, RetryAfter } from '../../src/kit/jobs/index.ts'
import { contents, fill } from '../../test/harness/any-rows.ts'
import { type DatabaseName, forEachDatabase, onDatabase, openMemory, openServer } from '../../test/harness/database.ts'
import { type Line, readBundle, writeBundle } from './bundle.ts'
import { readCatalog } from './catalog.ts'
import { linesOf } from './queue.ts'
import { readIn } from './read-in.ts'
import { LEFT_OUT, readOut } from './read-out.ts'

const clock = createManualClock('2026-04-01T03:00:00Z')
const announce = defineJob('test.announce', z.object({ channel: z.string() }))

let folder: string
let file: string
// Both are made when first asked for, which takes longer than a test may.
beforeAll(async () => {
  for (const db of [await openMemory(), await openServer()]) await db.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  file = join(folder, 'all.gz')
})
afterEach(() => rm(folder, { recursive: true }))

const save = (db: Database, path = file) =>
  writeBundle(
    path,
    linesOf<Line>((write) => readOut(db, clock, write)),
  )
const load = (db: Database, path = file) => readIn(db, () => readBundle(path))
const rowsOf = async (db: Database) => {
  const { tables, ...rest } = await readCatalog(db.read)
  return contents(db, { ...rest, tables: tables.filter(({ name }) => !LEFT_OUT.includes(name)) })
}

/** Another database of that kind. */
const openNew = (name: DatabaseName) => (name === 'PGlite' ? openMemory() : openServer())

onDatabase('PostgreSQL', (open) => {
  test('everything goes to PGlite and back', async () => {
    const db = await open()
    await fill(db, await readCatalog(db.read))
    const awkward = { text: 'é 日本語 "quoted" \\ \n', list: [1, null], nothing: null }
    await db.transaction((tx) =>
      tx
        .insertInto('timers')
        .values(
          [awkward, null, 'text', 1.5].map((data, n) => ({
            subject: `awkward-${n}`,
            kind: 'k',
            due_at: new Date('2026-04-01T03:00:00.123Z'),
            data: json(data),
          })),
        )
        .execute(),
    )
    await sql`update timers set due_at = due_at + interval '7 microseconds'`.execute(db.read)
    const before = await rowsOf(db)
    await save(db)

    const there = await openMemory()
    const count = Object.values(before).flat().length
    expect(await load(there)).toBe(count)
    expect(await rowsOf(there)).toEqual(before)
    const exact = await sql`select due_at::text as due from timers where subject = 'awkward-0'`.execute(there.read)
    expect(JSON.stringify(exact.rows)).toContain('.123007')

    await save(there, join(folder, 'back.gz'))
    const back = await openServer()
    await load(back, join(folder, 'back.gz'))
    expect(await rowsOf(back)).toEqual(before)
    await Promise.all([there.close(), back.close()])
  })

  describe('is refused in one sentence, and leaves nothing behind:', () => {
    test('a database with rows', async () => {
      const db = await open()
      await fill(db, await readCatalog(db.read))
      await save(db)
      await expect(load(db)).rejects.toThrow(/^The database is not empty \(\w+ has rows\): import into a new one$/)
    })

    test('an export that was cut short, or of a newer release, or a file that is none', async () => {
      const db = await open()
      await fill(db, await readCatalog(db.read))
      await save(db)
      const there = await openServer()
      const empty = await rowsOf(there)
      const whole = await readFile(file)
      const lines = gunzipSync(whole).toString().trim().split('\n')
      const refusal = async (content: Buffer | string) => {
        await writeFile(file, content)
        const error: unknown = await load(there).catch((problem: unknown) => problem)
        expect(error).toMatchObject({ name: 'SetupError' })
        return String(error)
      }
      expect(await refusal(whole.subarray(0, whole.length - 40))).toContain('cannot be read (Z_BUF_ERROR)')
      expect(await refusal(gzipSync(lines.slice(0, -1).join('\n')))).toContain('not whole')
      expect(await refusal(gzipSync([...lines.slice(0, -3), lines.at(-1)].join('\n')))).toContain('not whole')
      const newer = JSON.stringify({ ...JSON.parse(lines[0] ?? ''), version: 9999 })
      expect(await refusal(gzipSync([newer, ...lines.slice(1)].join('\n')))).toContain(
        'import it with the newer release',
      )
      expect(await refusal(gzipSync('{"hello": "world"}\n'))).toContain('not an export')
      expect(await refusal('plain text')).toContain('cannot be read')
      await rm(file)
      await expect(load(there)).rejects.toThrow('cannot be read (ENOENT)')
      expect(await rowsOf(there)).toEqual(empty)
      await there.close()
    })

    test('a place where nothing can be written', async () => {
      const db = await open()
      await expect(save(db, join(folder, 'nowhere', 'all.gz'))).rejects.toThrow('cannot be written (ENOENT)')
      // The transaction that read is over, too.
      await db.transaction(async () => {})
    })
  })
})

forEachDatabase((name, open) => {
  const other = name === 'PGlite' ? 'PostgreSQL' : 'PGlite'

  test('jobs that wait are done by the new one, also those that were asked to come back', async () => {
    const db = await open()
    const old = createJobs(db, { clock })
    old.work(announce, () => Promise.reject(new RetryAfter(60_000)))
    await old.start()
    await db.transaction((tx) => old.enqueue(tx, announce, { channel: 'asked to wait' }))
    await old.drained()
    await old.stop()
    await sql`
      insert into pgboss.job (name, data) values ('test.announce', '{"data": {"channel": "waiting"}, "failures": 2}')`.execute(
      db.read,
    )
    await save(db)

    const there = await openNew(other)
    await load(there)
    const told: string[] = []
    const time = createManualClock('2026-04-01T03:00:00Z')
    const next = createJobs(there, { clock: time })
    next.work(announce, async ({ data, attempt }) => void told.push(`${data.channel} ${attempt}`))
    await next.start()
    await next.drained()
    expect(told).toEqual(['waiting 3'])
    await time.advanceBy(60_000)
    await next.drained()
    expect(told).toEqual(['waiting 3', 'asked to wait 1'])
    await next.stop()
    await there.close()
  })

  test('numbers that the database gives go on after the highest', async () => {
    const db = await open()
    await fill(db, await readCatalog(db.read))
    await save(db)
    const there = await openNew(name)
    await load(there)
    for (const { name: table, columns } of (await readCatalog(there.read)).tables) {
      for (const { name: column, default_value: value } of columns) {
        if (!value?.endsWith('as identity')) continue
        const { rows } = await sql<{ next: number; highest: number }>`
          select nextval(pg_get_serial_sequence(${table}, ${column})) as next, max(${sql.ref(column)}) as highest
          from ${sql.table(table)}`.execute(there.read)
        expect(rows[0]?.next).toBe((rows[0]?.highest ?? 0) + 1)
      }
    }
    await there.close()
  })
})
