import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createManualClock, later } from '../../../kit/clock.ts'
import { silentLog } from '../../../kit/log.ts'
import type { Taken } from '../../../rooms/inbox/index.ts'
import { createQueues } from './queues.ts'

const clock = createManualClock()

function taken(eventId: string, channelId?: string): Taken {
  const body = { event: { type: 'message' } }
  const claimedUntil = later(clock.now(), 30_000)
  return { eventId, kind: 'message', channelId, body, receivedAt: clock.now(), attempts: 1, claimedUntil }
}

function open(handle: (event: Taken) => Promise<void>, most = 2) {
  const inbox = {
    finish: vi.fn(async (_: Taken) => {}),
    fail: vi.fn(async (_: Taken, __: unknown, ___: readonly Taken[]) => later(clock.now(), 500)),
    release: vi.fn(async (_: readonly Taken[]) => {}),
  }
  const emptied = vi.fn()
  return { inbox, emptied, queues: createQueues({ inbox, clock, log: silentLog, handle, most, failed() {}, emptied }) }
}

describe('events in hand', () => {
  test('are handled in the order of their channel, never two of a channel at once, never too many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('C1', 'C2', 'C3', 'C4')), async (channels) => {
        const handled: string[] = []
        const busy = new Set<string>()
        const { queues } = open(async ({ eventId, channelId = '' }) => {
          expect(busy.has(channelId)).toBe(false)
          busy.add(channelId)
          expect(busy.size).toBeLessThanOrEqual(2)
          await Promise.resolve()
          busy.delete(channelId)
          handled.push(eventId)
        })
        channels.forEach((channel, n) => {
          queues.addFresh([taken(`${n}`, channel)])
        })
        await vi.waitFor(() => expect(handled).toHaveLength(channels.length))
        for (const channel of new Set(channels)) {
          const own = handled.map(Number).filter((n) => channels[n] === channel)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
        await queues.stop()
      }),
    )
  })

  test('that come behind one that failed do not overtake it', async () => {
    let broken = true
    const handled: string[] = []
    const { queues, inbox } = open(async ({ eventId }) => {
      if (broken) throw new Error('stumbled')
      handled.push(eventId)
    })
    queues.addFresh([taken('first', 'C1'), taken('second', 'C1')])
    await vi.waitFor(() => expect(inbox.fail).toHaveBeenCalledOnce())
    expect(inbox.fail.mock.calls[0]?.[2].map(({ eventId }) => eventId)).toEqual(['second'])
    broken = false
    queues.addFresh([taken('third', 'C1'), taken('elsewhere', 'C2')])
    expect(inbox.release.mock.calls[0]?.[0].map(({ eventId }) => eventId)).toEqual(['third'])
    queues.add([taken('first', 'C1'), taken('second', 'C1'), taken('third', 'C1')])
    await vi.waitFor(() => expect(handled).toHaveLength(4))
    expect(handled.filter((id) => id !== 'elsewhere')).toEqual(['first', 'second', 'third'])
  })

  test('whose claim ran out are left to whoever has them now', async () => {
    const handle = vi.fn(async () => {})
    const { queues, inbox, emptied } = open(handle)
    const stale = taken('stale', 'C1')
    await clock.advanceBy(30_000)
    queues.add([stale])
    await vi.waitFor(() => expect(emptied).toHaveBeenCalled())
    expect(handle).not.toHaveBeenCalled()
    expect(inbox.finish).not.toHaveBeenCalled()
  })

  test('are given back at a stop, after the one that is being handled is done', async () => {
    const gate = Promise.withResolvers<void>()
    const { queues, inbox } = open(() => gate.promise)
    queues.add([taken('begun', 'C1'), taken('waiting', 'C1')])
    const stopped = queues.stop()
    gate.resolve()
    await stopped
    expect(inbox.finish.mock.calls.map(([event]) => event.eventId)).toEqual(['begun'])
    expect(inbox.release.mock.calls.flatMap(([events]) => events.map(({ eventId }) => eventId))).toEqual(['waiting'])
  })
})
