import { expect, test } from 'vitest'
import { createManualClock } from '../../../kit/clock.ts'
import { createLog } from '../../../kit/log.ts'
import { createStrangerWatch } from './strangers.ts'

const minute = 60_000

/** A process with two connections, beside others of ours and of somebody else. */
function watched({ replicas = 0, others = 0 } = {}) {
  const clock = createManualClock()
  const lines: string[] = []
  const world = { replicas, others, own: 0, renewed: 0 }
  const greet = () => watch.greeted(2 + world.replicas + world.others)
  const watch = createStrangerWatch({
    ours: {
      note: async (connections) => {
        world.own = connections
      },
      count: async () => world.own + world.replicas,
    },
    clock,
    log: createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
    renew: () => {
      world.renewed += 1
      watch.ended()
      greet()
    },
  })
  greet()
  greet()
  return { clock, watch, world, warnings: () => lines.filter((line) => line.includes('"level":40')) }
}

test('whoever is alone, or among replicas of their own, hears nothing', async () => {
  for (const replicas of [0, 4]) {
    const { clock, watch, world, warnings } = watched({ replicas })
    await clock.advanceBy(30 * minute)
    expect([watch.strangers(), world.renewed, warnings()]).toEqual([0, 0, []])
  }
})

test('another installation on the same app is told once it is there for more than a minute, once', async () => {
  const { clock, watch, warnings } = watched({ others: 2 })
  await clock.advanceBy(30_000)
  expect([watch.strangers(), warnings()]).toEqual([0, []])
  await clock.advanceBy(2 * minute)
  expect(watch.strangers()).toBe(2)
  expect(warnings()).toHaveLength(1)
  expect(warnings()[0]).toContain('Another installation listens')
  await clock.advanceBy(40 * minute)
  expect(warnings()).toHaveLength(1)
})

test('a process that has just ended is no stranger, and one that goes is not told of any more', async () => {
  const ended = watched({ others: 2 })
  await ended.clock.advanceBy(20_000)
  ended.world.others = 0
  await ended.clock.advanceBy(10 * minute)
  expect([ended.watch.strangers(), ended.warnings()]).toEqual([0, []])
  const gone = watched({ others: 1 })
  await gone.clock.advanceBy(5 * minute)
  expect(gone.watch.strangers()).toBe(1)
  gone.world.others = 0
  await gone.clock.advanceBy(15 * minute)
  expect(gone.watch.strangers()).toBe(0)
})
