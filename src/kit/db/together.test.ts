import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { forEachDatabase } from '../../../test/harness/database.ts'
import { type Database, json, type Reader, readTogether } from './index.ts'

type Value = { moment: Date | null; whole: number | null; text: string | null; list: string[]; json: unknown }

const anyValue: fc.Arbitrary<Value> = fc.record({
  moment: fc.option(
    fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
  ),
  whole: fc.option(fc.maxSafeInteger()),
  text: fc.option(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed())),
  list: fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
  json: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '')) as unknown),
})

const rowsOf = (values: readonly Value[]) => sql<Record<string, unknown>>`
  select * from (values ${sql.join(
    (values.length > 0 ? values : [nothing]).map(
      ({ moment, whole, text, list, json }, n) =>
        sql`(${n}::int4, ${moment}::timestamptz, ${whole}::int8, ${text}::text, ${list}::text[], ${JSON.stringify(json)}::jsonb)`,
    ),
  )}) as given (n, moment, whole, words, list, data) where n < ${values.length} order by n desc`

const nothing: Value = { moment: null, whole: null, text: null, list: [], json: null }

/** Three questions that are asked side by side, one of them twice. */
const ask = (reader: Reader, values: readonly Value[]) =>
  Promise.all([
    rowsOf(values).execute(reader),
    reader.selectFrom('incidents').selectAll().where('id', '=', 'none').execute(),
    rowsOf(values).execute(reader),
    sql<{ a: number }>`select ${'$1 is no place here'}::text as said, ${7}::int4 as a`.execute(reader),
  ])

const counting = (db: Database) => {
  const sent: string[] = []
  const executor = db.read.getExecutor()
  const reader: Reader = Object.create(db.read, {
    getExecutor: {
      value: () => ({
        executeQuery: (query: Parameters<typeof executor.executeQuery>[0]) => {
          sent.push(query.sql)
          return executor.executeQuery(query)
        },
      }),
    },
  })
  return { sent, reader }
}

forEachDatabase((_, open) => {
  describe('reading together', () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
    })

    test('answers what each statement would have answered by itself, whatever is in its rows', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyValue, { maxLength: 3 }), async (values) => {
          const apart = await ask(db.read, values)
          // The first time learns what the columns are, the second is one statement.
          for (const _ of ['apart', 'merged']) {
            const together = await ask(readTogether(db.read), values)
            expect(together.map((each) => ('rows' in each ? each.rows : each))).toEqual(
              apart.map((each) => ('rows' in each ? each.rows : each)),
            )
          }
        }),
        { numRuns: 60 },
      )
    })

    test('sends what is asked for side by side as one statement, once it knows the columns', async () => {
      // One that has not seen the statements of the other tests.
      const db = await open()
      const { knowShapes, shapesFor } = await import('./shapes.ts')
      const { sent, reader } = counting(db)
      const shapes = shapesFor(db.read)
      if (!shapes) throw new Error('The database knows no shapes')
      knowShapes(reader, shapes)
      await ask(readTogether(reader), [nothing])
      expect(sent).toHaveLength(3)
      await ask(readTogether(reader), [nothing])
      expect(sent).toHaveLength(4)
    })

    test('refuses each that asked where the statement fails, and goes on in the next', async () => {
      const reader = readTogether(db.read)
      const half = (of: number) => sql<{ half: number }>`select ${10}::int4 / ${of}::int4 as half`.execute(reader)
      const other = () => reader.selectFrom('incidents').select('id').execute()
      await Promise.all([half(2), other()])
      const [divided, beside] = await Promise.allSettled([half(0), other()])
      expect([divided.status, beside.status]).toEqual(['rejected', 'rejected'])
      const [again] = await Promise.all([half(5), other()])
      expect(again.rows).toEqual([{ half: 2 }])
    })

    test('reads within a transaction what the transaction has written', async () => {
      await db.transaction(async (tx) => {
        const reader = readTogether(tx)
        const read = () => reader.selectFrom('timers').select(['subject', 'due_at']).execute()
        const beside = () => reader.selectFrom('incidents').select('id').execute()
        await Promise.all([read(), beside()])
        const dueAt = new Date('2026-11-29T03:00:00.123Z')
        await tx
          .insertInto('timers')
          .values({ subject: 'incident:X', kind: 'a.kind', due_at: dueAt, data: json({}) })
          .execute()
        const [timers] = await Promise.all([read(), beside()])
        expect(timers).toEqual([{ subject: 'incident:X', due_at: dueAt }])
      })
    })

    test('leaves alone what locks or writes, and what JSON cannot carry', async () => {
      await db.transaction(async (tx) => {
        const reader = readTogether(tx)
        for (const _ of ['first', 'second']) {
          const [locked, odd] = await Promise.all([
            reader.selectFrom('timers').select('kind').where('kind', '=', 'nobody').forUpdate().execute(),
            sql<{ exact: string }>`select 1.10::numeric as exact`.execute(reader),
            reader.selectFrom('incidents').select('id').execute(),
          ])
          expect(locked).toEqual([])
          expect(odd.rows).toEqual([{ exact: '1.10' }])
        }
      })
    })
  })
})
