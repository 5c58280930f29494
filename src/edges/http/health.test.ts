import { describe, expect, test } from 'vitest'
import { createHealths, type HealthParts, type Trouble } from './health.ts'

const well: HealthParts = {
  database: async () => 1,
  slack: () => ({ awayMs: 0, shutOut: false }),
  waitedMs: async () => 0,
  refusesSettings: () => false,
}
const of = (parts: Partial<HealthParts>) => createHealths({ ...well, ...parts }, () => 0)

describe('what keeps the bot from its work', () => {
  test.each<[string, Partial<HealthParts>, Trouble[], boolean]>([
    ['nothing', {}, [], true],
    ['a database that fails', { database: () => Promise.reject(new Error('gone')) }, ['database'], false],
    ['a connection that is being made anew', { slack: () => ({ awayMs: 14_999, shutOut: false }) }, [], false],
    ['one that stays away', { slack: () => ({ awayMs: 15_000, shutOut: false }) }, ['slack'], false],
    ['a removed app', { slack: () => ({ awayMs: 0, shutOut: true }) }, ['slack'], false],
    ['a queue with much to do', { waitedMs: async () => 299_999 }, [], true],
    ['work that stands still', { waitedMs: async () => 300_000 }, ['work'], true],
    ['refused settings', { refusesSettings: () => true }, ['settings'], true],
  ])('%s', async (_, parts, troubles, isReady) => {
    expect(await of(parts).health()).toEqual({ ok: troubles.length === 0, troubles })
    expect(await of(parts).isReady()).toBe(isReady)
  })

  test('a database that says nothing is told after three seconds', async () => {
    const silent = of({ database: () => new Promise(() => {}), waitedMs: () => new Promise(() => {}) })
    expect(await silent.health()).toEqual({ ok: false, troubles: ['database'] })
  })
})

test('a thousand who ask in the same second cost one look', async () => {
  let looks = 0
  let now = 0
  const healths = createHealths({ ...well, database: async () => void looks++ }, () => now)
  await Promise.all(Array.from({ length: 1_000 }, () => healths.health()))
  expect(looks).toBe(1)
  now = 1_000
  await healths.health()
  expect(looks).toBe(2)
})
