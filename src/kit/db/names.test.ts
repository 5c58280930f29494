import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { forEachDatabase } from '../../../test/harness/database.ts'
import type { Database } from './index.ts'
import { Names, STEADY } from './names.ts'

forEachDatabase((_, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open({ poolSize: 1 })
  })
  const parsed = async (name: string) => {
    const { rows } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements where statement like ${`%${name}%`}`.execute(db.read)
    return rows.map(({ statement }) => statement)
  }
  const table = async (name: string) => {
    await db.transaction(async (tx) => {
      await sql`create table ${sql.table(name)} (a int)`.execute(tx)
      await sql`insert into ${sql.table(name)} values (1)`.execute(tx)
    })
    return () => sql<{ a: number }>`select * from ${sql.table(name)}`.execute(db.steady).then(({ rows }) => rows)
  }

  test('what is asked again and again is parsed once; what is asked in another way is not kept', async () => {
    const ask = await table('often')
    for (let n = 0; n < 20; n++) expect(await ask()).toEqual([{ a: 1 }])
    await sql`select * from often where a = 2`.execute(db.read)
    expect(await parsed('often')).toEqual(['select * from "often"'])
  })

  test('a table that gets another column is read with it', async () => {
    const ask = await table('grown')
    for (let n = 0; n < 20; n++) await ask()
    await db.transaction((tx) => sql`alter table grown add b int`.execute(tx))
    for (let n = 0; n < 2; n++) expect(await ask()).toEqual([{ a: 1, b: null }])
  })

  test('what fails for another reason fails', async () => {
    const ask = () => sql`select 1 / ${0}::int as failing`.execute(db.steady)
    for (let n = 0; n < 4; n++) await expect(ask()).rejects.toThrow('division by zero')
    expect(await parsed('failing')).toHaveLength(1)
  })

  test('where a pooler in between forgets the names, statements are sent without', async () => {
    const ask = await table('pooled')
    for (let n = 0; n < 4; n++) await ask()
    await sql`deallocate all`.execute(db.read)
    for (let n = 0; n < 2; n++) expect(await ask()).toEqual([{ a: 1 }])
    expect(await parsed('pooled')).toEqual([])
  })

  test('a transaction in which a plan turns out to be lost is begun again', async () => {
    const fresh = await open({ poolSize: 1 })
    const ask = () =>
      fresh.transaction(async (tx) => {
        const { rows } = await sql<{ n: number }>`${sql.raw(STEADY)} select ${7}::int as n`.execute(tx)
        return rows
      })
    for (let n = 0; n < 4; n++) await ask()
    await sql`deallocate all`.execute(fresh.read)
    expect(await ask()).toEqual([{ n: 7 }])
  })
})

test('no two processes give a name to statements, so that a connection which both had means one statement by each', async () => {
  const given = new Set<string>()
  const client = () => ({
    query: async (asked: string | { name: string }) => void (typeof asked === 'string' || given.add(asked.name)),
  })
  for (const names of [new Names(), new Names(), new Names()]) {
    const connection = client()
    for (let n = 0; n < 6; n++) await names.send(connection as never, 'select 1', [])
  }
  expect(given.size).toBe(3)
})

test('plans are made anew after a while: tables grow', async () => {
  const sent: string[] = []
  const client = {
    query: async (asked: string | { text: string }) => void sent.push(typeof asked === 'string' ? asked : asked.text),
  }
  const names = new Names()
  for (let n = 0; n < 1100; n++) await names.send(client as never, `select ${n % 3}`, [])
  expect(sent.filter((text) => text === 'discard plans')).toHaveLength(2)
})
