import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer } from '../../../../test/harness/database.ts'
import { later } from '../../../kit/clock.ts'
import type { Database } from '../../../kit/db/index.ts'
import { lease, raiseVersion } from '../leases/store.ts'
import type { Task } from '../plan.ts'
import { type Result, rowAfter } from '../result.ts'
import type { SlotRow } from '../slot.ts'
import { holdRendering, slotsOf } from '../store.ts'
import { intend, settle, settleAndFinish } from './store.ts'

let db: Database
beforeAll(async () => {
  db = await openServer()
})
afterAll(() => db.close())

const now = new Date('2026-04-01T03:00:00Z')
const soon = later(now, 5_000)
const until = later(now, 20_000)

/** A subject that somebody has just begun to render. */
async function begun(subject: string) {
  await db.transaction((tx) => raiseVersion(tx, subject))
  const version = await db.once((writer) => lease(writer, subject, 'first', now, until))
  return { subject, holder: 'first', version: version ?? 0 }
}

describe('what is written down of a slot is what a renderer goes on with', () => {
  const standing: Result = { slot: 'card', is: 'standing', hash: 'new', channelId: 'C1', ts: '1.0', ref: null }
  const results: readonly Result[] = [
    standing,
    { slot: 'card', is: 'failed', error: 'is_archived', retryAt: soon },
    { slot: 'card', is: 'again', look: true, error: 'timeout', retryAt: soon },
    { slot: 'card', is: 'again', look: false, error: 'ratelimited', retryAt: soon },
    { slot: 'card', is: 'late', error: 'timeout', retryAt: soon },
    { slot: 'card', is: 'stale', hash: 'new', error: 'edit_window_closed', retryAt: soon },
    { slot: 'card', is: 'released', error: 'message_not_found' },
  ]
  /** What may stand before: a slot that nobody has tried, and one after each result. */
  const cases = [undefined, ...results].flatMap((first) => results.map((second) => [first, second] as const))
  const name = (result: Result | undefined) =>
    result ? `${result.is}${'look' in result ? ` ${result.look}` : ''}` : '—'

  test.each(cases.map(([first, second]) => [name(first), name(second), first, second] as const))(
    'after %s comes %s',
    async (one, other, first, second) => {
      const rendering = await begun(`incident:${one} ${other}`)
      const rowNow = async () => (await slotsOf(db.read, rendering.subject)).get('card')
      const tries = async (row: SlotRow | undefined, result: Result, at: Date) => {
        const hows =
          row?.state === 'standing' || row?.state === 'stale'
            ? (['renew'] as const)
            : (['make', 'look-then-make'] as const)
        for (const how of row ? hows : (['make'] as const)) {
          const before = await rowNow()
          // Of the slot the name alone counts here.
          const task = { slot: { slot: 'card' }, hash: 'new', row: before, how } as Task
          if (how !== 'renew') {
            const settledAt = how === 'make' ? null : soon
            await db.once((writer) => intend(writer, rendering, [{ slot: 'card', hash: 'new', settledAt }], at, until))
          }
          await db.once((writer) => settle(writer, rendering.subject, [result], at))
          expect(await rowNow()).toEqual(rowAfter(task, result, at))
        }
      }
      if (first) await tries(undefined, first, now)
      await tries(await rowNow(), second, soon)
    },
  )

  test('the last of it and the end of the rendering go together', async () => {
    const rendering = await begun('incident:last')
    await db.once((writer) => intend(writer, rendering, [{ slot: 'card', hash: 'new', settledAt: null }], now, until))
    expect(await db.once((writer) => settleAndFinish(writer, rendering, [standing], null, now))).toBe(true)
    expect((await slotsOf(db.read, rendering.subject)).get('card')).toMatchObject({ state: 'standing', ts: '1.0' })
    expect(await db.once((writer) => lease(writer, rendering.subject, 'second', now, until))).toBeNull()
  })
})

test('where the state has moved on what was done is written down, and the renderer goes on', async () => {
  const rendering = await begun('incident:moved')
  await db.once((writer) => intend(writer, rendering, [{ slot: 'card', hash: 'new', settledAt: null }], now, until))
  await db.transaction((tx) => raiseVersion(tx, rendering.subject))
  const result: Result = { slot: 'card', is: 'standing', hash: 'new', channelId: 'C1', ts: '1.0', ref: null }
  expect(await db.once((writer) => settleAndFinish(writer, rendering, [result], null, now))).toBe(false)
  expect((await slotsOf(db.read, rendering.subject)).get('card')?.state).toBe('standing')
  expect(await db.once((writer) => lease(writer, rendering.subject, 'second', now, until))).toBeNull()
  expect(await db.once((writer) => lease(writer, rendering.subject, 'first', now, until))).toBe(2)
})

test('whoever planned before a channel was renumbered notes nothing, and plans anew', async () => {
  const rendering = await begun('incident:held')
  await db.transaction(holdRendering)
  const intents = [{ slot: 'broadcast:C0OLD', hash: 'new', settledAt: null }]
  expect(await db.once((writer) => intend(writer, rendering, intents, now, until))).toBe(false)
  expect(await slotsOf(db.read, rendering.subject)).toEqual(new Map())
  expect(await db.once((writer) => lease(writer, rendering.subject, 'first', now, until))).toBe(1)
})
