import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHaveChanged, stillLivelyMs } from './repair.ts'

const beganAt = new Date('2026-11-23T05:00:00Z')
const run = { beganAt, thorough: false }
const ago = (ms: number) => ((beganAt.getTime() - ms) / 1000).toFixed(6)
const thread = { ts: ago(10 * stillLivelyMs), replyCount: 3, latestReply: ago(2 * stillLivelyMs), known: 3 }

test('a thread that has been quiet for a week, and of which all is kept, is not read again', () => {
  expect(mayHaveChanged(thread, run)).toBe(false)
  expect(mayHaveChanged({ ...thread, latestReply: ago(60_000) }, run)).toBe(true)
  expect(mayHaveChanged({ ...thread, replyCount: 4 }, run)).toBe(true)
  expect(mayHaveChanged({ ...thread, replyCount: 0, latestReply: null }, run)).toBe(true)
  expect(mayHaveChanged(thread, { ...run, thorough: true })).toBe(true)
})

test('no message without replies, now or before, costs a reading', () => {
  fc.assert(
    fc.property(fc.boolean(), (thorough) => {
      expect(mayHaveChanged({ ts: thread.ts, replyCount: 0, latestReply: null, known: 0 }, { beganAt, thorough })).toBe(
        false,
      )
    }),
  )
})
