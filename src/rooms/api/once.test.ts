import { beforeEach, expect, test } from 'vitest'
import { emptyDatabase, forEachDatabase } from '../../../test/harness/database.ts'
import { later } from '../../kit/clock.ts'
import type { Database } from '../../kit/db/index.ts'
import { keepMade, keyKeptMs, madeBefore } from './once.ts'

const now = new Date('2026-11-29T03:00:00Z')
const call = { key: 'U0SATO alert-1', said: 'this' }

forEachDatabase((_, open) => {
  let db: Database
  beforeEach(async () => {
    db ??= await open()
    await emptyDatabase(db)
    await db.transaction(async (tx) => {
      expect(await madeBefore(tx, call, now)).toBeUndefined()
      await keepMade(tx, call, 'inc_1')
    })
  })
  const before = (asked: typeof call, at: Date) => db.transaction((tx) => madeBefore(tx, asked, at))

  test('a call is known by its key for a day, and is new after it', async () => {
    expect(await before(call, later(now, keyKeptMs))).toBe('inc_1')
    expect(await before(call, later(now, keyKeptMs + 1))).toBeUndefined()
  })

  test('something else under the key is refused, and under another key it is new', async () => {
    await expect(before({ ...call, said: 'that' }, now)).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    expect(await before({ ...call, key: 'U0TANAKA alert-1' }, now)).toBeUndefined()
  })
})
