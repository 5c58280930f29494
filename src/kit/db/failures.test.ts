import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { isDatabaseTrouble } from './failures.ts'

test.each([
  ['25006', 'a replica took the place of the primary'],
  ['25P03', 'a transaction stood still'],
  ['57P05', 'a connection stood still'],
  ['28P01', 'the password was changed'],
  ['3D000', 'the database was renamed'],
  ['42501', 'a right was taken away'],
  ['55P03', 'a lock was not to be had in time'],
  ['53100', 'the disk is full'],
])('%s is no fault of what was asked: %s', (code) => {
  expect(isDatabaseTrouble(Object.assign(new Error('no'), { code }))).toBe(true)
})

test.each(['23505', '22P02', '42703'])('%s is', (code) => {
  expect(isDatabaseTrouble(Object.assign(new Error('no'), { code }))).toBe(false)
})

onDatabase('PostgreSQL', (open) => {
  test('a connection that can only read is not used again: what was to be written is, by another', async () => {
    const db = await open({ poolSize: 1 })
    await sql`set default_transaction_read_only = on`.execute(db.read)
    await db.transaction((tx) => sql`create table written (a int)`.execute(tx))
    await sql`set default_transaction_read_only = on`.execute(db.read)
    await db.once((writer) => sql`create table written_at_once (a int)`.execute(writer))
    expect((await sql`select * from written, written_at_once`.execute(db.read)).rows).toEqual([])
  })
})
