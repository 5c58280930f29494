import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later } from '../../kit/clock.ts'
import { plan } from './plan.ts'
import { backoff, hashOf, type Slot, type SlotRow, stepFor } from './slot.ts'

const now = new Date('2026-11-23T05:00:00Z')
const settleMs = 3_000
const topic = (text: string): Slot['act'] => ({ do: 'topic', channel: 'C1', text })
const slot = (name: string, more: Partial<Slot> = {}): Slot => ({
  slot: name,
  keep: 'living',
  lane: 'announce',
  act: topic('now'),
  ...more,
})
const row = (name: string, more: Partial<SlotRow> = {}): SlotRow => ({
  slot: name,
  state: 'standing',
  channelId: 'C1',
  ts: '1.0',
  ref: null,
  hash: hashOf(topic('now')),
  intendedAt: later(now, -60_000),
  attempts: 1,
  retryAt: null,
  error: null,
  ...more,
})
const rows = (...all: SlotRow[]) => new Map(all.map((each) => [each.slot, each]))

const anyRow = fc.record({
  state: fc.constantFrom<SlotRow['state']>('intended', 'pending', 'standing', 'stale', 'failed', 'released'),
  hash: fc.constantFrom(hashOf(topic('now')), hashOf(topic('before'))),
  intendedAt: fc.integer({ min: -10_000, max: 0 }).map((ms) => later(now, ms)),
  retryAt: fc.option(fc.integer({ min: -10_000, max: 10_000 }).map((ms) => later(now, ms))),
})
const anySlot = fc.constantFrom(slot('a'), slot('a', { keep: 'once' }))

describe('what one slot needs', () => {
  test('whatever was begun and not heard of again is looked for before it is made again, and not before it has settled', () => {
    fc.assert(
      fc.property(anySlot, anyRow, (wanted, had) => {
        const step = stepFor(wanted, row('a', had), now, settleMs)
        if (had.state !== 'intended' || step.is !== 'make') return
        expect(step.look).toBe(true)
        expect(had.intendedAt.getTime() + settleMs).toBeLessThanOrEqual(now.getTime())
      }),
    )
  })

  test('what stands is never made a second time, and what people took over is left alone', () => {
    fc.assert(
      fc.property(anySlot, anyRow, (wanted, had) => {
        const { is } = stepFor(wanted, row('a', had), now, settleMs)
        if (had.state === 'standing') expect(is).not.toBe('make')
        if (had.state === 'released') expect(is).toBe('nothing')
      }),
    )
  })

  test('what is done once is never done again, also where it would say something else today', () => {
    const once = slot('a', { keep: 'once', act: topic('today') })
    expect(stepFor(once, row('a'), now, settleMs)).toEqual({ is: 'nothing' })
  })

  test('what stands is renewed when it says what was true before, and only then', () => {
    expect(stepFor(slot('a'), row('a'), now, settleMs)).toEqual({ is: 'nothing' })
    expect(stepFor(slot('a', { act: topic('new') }), row('a'), now, settleMs)).toEqual({ is: 'renew' })
  })

  test('a refusal waits, but not when something else is wanted since', () => {
    const refused = row('a', { state: 'failed', retryAt: later(now, 60_000), error: 'name_taken' })
    expect(stepFor(slot('a'), refused, now, settleMs)).toEqual({ is: 'wait', until: later(now, 60_000) })
    expect(stepFor(slot('a', { act: topic('another') }), refused, now, settleMs)).toEqual({ is: 'make', look: false })
  })

  test('an edit that was refused is not tried again as it is where that cannot help, and else until it does', () => {
    const stale = (error: string, more: Partial<SlotRow> = {}) => row('a', { state: 'stale', error, ...more })
    expect(stepFor(slot('a'), stale('msg_too_long'), now, settleMs)).toEqual({ is: 'nothing' })
    expect(stepFor(slot('a'), stale('is_inactive'), now, settleMs)).toEqual({ is: 'renew' })
    expect(stepFor(slot('a'), stale('is_inactive', { attempts: 100 }), now, settleMs)).toEqual({ is: 'nothing' })
    const another = slot('a', { act: topic('another') })
    for (const error of ['msg_too_long', 'is_inactive'])
      expect(stepFor(another, stale(error, { attempts: 100 }), now, settleMs)).toEqual({ is: 'renew' })
  })

  test('the waits grow to five minutes and no further', () => {
    expect([1, 2, 3, 4].map(backoff)).toEqual([1_000, 2_000, 4_000, 8_000])
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000 }), (n) => backoff(n) >= 1_000 && backoff(n) <= 300_000))
  })
})

describe('what a whole subject needs', () => {
  const named = (tasks: { slot: Slot; how: string }[]) => tasks.map((task) => `${task.how} ${task.slot.slot}`)

  test('what needs another comes after it, in the same go', () => {
    const slots = [slot('card'), slot('pin', { after: ['card'] })]
    expect(named(plan(slots, rows(), now, settleMs).tasks)).toEqual(['make card', 'make pin'])
  })

  test('while a message may still land, nothing that stands on it is tried', () => {
    const slots = [slot('card'), slot('pin', { after: ['card'] }), slot('topic')]
    const begun = row('card', { state: 'intended', intendedAt: later(now, -1_000) })
    const { tasks, retryAt } = plan(slots, rows(begun), now, settleMs)
    expect(named(tasks)).toEqual(['make topic'])
    expect(retryAt).toEqual(later(now, 2_000))
  })

  test('what needs a message that somebody deleted, or that cannot be edited, does not wait for ever', () => {
    const slots = [slot('card'), slot('checkpoint', { after: ['card'] })]
    for (const state of ['released', 'stale'] as const)
      expect(
        named(plan(slots, rows(row('card', { state, error: 'edit_window_closed' })), now, settleMs).tasks),
      ).toEqual(['make checkpoint'])
  })

  test('news that Slack refused does not hold up the news after it; news on its way does', () => {
    const slots = [slot('first'), slot('second', { follows: ['first'] })]
    const retryAt = later(now, 60_000)
    const refused = rows(row('first', { state: 'failed', retryAt }))
    expect(named(plan(slots, refused, now, settleMs).tasks)).toEqual(['make second'])
    const under = rows(row('first', { state: 'pending', retryAt }))
    expect(named(plan(slots, under, now, settleMs).tasks)).toEqual([])
  })

  test('news that is not shown any more holds nothing up, whatever had become of it', () => {
    const second = slot('second', { follows: ['first'] })
    for (const had of [[], [row('first', { state: 'pending' })], [row('first', { state: 'intended' })]])
      expect(named(plan([second], rows(...had), now, settleMs).tasks)).toEqual(['make second'])
  })

  test('nothing is planned twice, and everything that is done rests on what stands or is planned', () => {
    const names = ['a', 'b', 'c', 'd']
    const someSlots = fc.tuple(
      ...names.map((name, at) => fc.subarray(names.slice(0, at)).map((after) => slot(name, { after }))),
    )
    const someRows = fc.tuple(...names.map((name) => fc.option(anyRow.map((had) => row(name, had)))))
    fc.assert(
      fc.property(someSlots, someRows, (slots, had) => {
        const known = rows(...had.flatMap((each) => each ?? []))
        const { tasks } = plan(slots, known, now, settleMs)
        const planned = tasks.map((task) => task.slot.slot)
        expect(new Set(planned).size).toBe(planned.length)
        for (const { slot: each } of tasks)
          for (const needed of each.after ?? []) {
            const state = known.get(needed)?.state
            expect(planned.includes(needed) || state === 'standing' || state === 'stale' || state === 'released').toBe(
              true,
            )
          }
      }),
    )
  })
})
