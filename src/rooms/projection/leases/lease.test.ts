import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServer } from '../../../../test/harness/database.ts'
import { later } from '../../../kit/clock.ts'
import type { Database } from '../../../kit/db/index.ts'
import { settleAndFinish } from '../outcomes/store.ts'
import { extendLease, lease, raiseVersion } from './store.ts'

let db: Database
beforeAll(async () => {
  db = await openServer()
})
afterAll(() => db.close())

const subject = 'incident:inc_1'
const now = new Date('2026-04-01T03:00:00Z')
const until = later(now, 20_000)

test('a renderer’s heartbeat that comes after its end keeps nobody out', async () => {
  await db.transaction((tx) => raiseVersion(tx, subject))
  await db.transaction((tx) => lease(tx, subject, 'first', now, until))
  await db.transaction((tx) => extendLease(tx, subject, 'first', later(until, 1)))
  expect(await db.transaction((tx) => lease(tx, subject, 'second', until, later(until, 2)))).toBeNull()

  await db.transaction((tx) => settleAndFinish(tx, { subject, holder: 'first', version: 1 }, [], null, now))
  await db.transaction((tx) => extendLease(tx, subject, 'first', until))
  await db.transaction((tx) => raiseVersion(tx, subject))
  expect(await db.transaction((tx) => lease(tx, subject, 'second', now, until))).toBe(2)
})

test('what is not behind is rendered by nobody', async () => {
  await db.transaction((tx) => settleAndFinish(tx, { subject, holder: 'second', version: 2 }, [], null, now))
  expect(await db.transaction((tx) => lease(tx, subject, 'third', now, until))).toBeNull()
})
