import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGate, type Gate, unhurried } from './gate.ts'

/** Comes to the gate, and is written down when it is let in. */
const come = (gate: Gate, name: string, inside: string[]) => gate.enter().then(() => void inside.push(name))

test('people go before what the clock has brought, each in the order in which they came', async () => {
  const gate = createGate(1)
  const inside: string[] = []
  await gate.enter()
  unhurried(() => {
    void come(gate, 'checkpoint 1', inside)
    void come(gate, 'checkpoint 2', inside)
  })
  void come(gate, 'declare', inside)
  void come(gate, 'update', inside)
  for (let n = 0; n < 4; n++) {
    gate.leave()
    await turn()
  }
  expect(inside).toEqual(['declare', 'update', 'checkpoint 1', 'checkpoint 2'])
})

test('nobody waits for ever: after eight people the clock has a turn', async () => {
  const gate = createGate(1)
  const inside: string[] = []
  await gate.enter()
  unhurried(() => void come(gate, 'checkpoint', inside))
  for (let n = 1; n <= 20; n++) void come(gate, `${n}`, inside)
  for (let n = 0; n < 21; n++) {
    gate.leave()
    await turn()
  }
  expect(inside.indexOf('checkpoint')).toBe(8)
  expect(inside).toHaveLength(21)
})

test('no more are inside than there are places, and a place that nobody waits for is free', async () => {
  const gate = createGate(2)
  const inside: string[] = []
  for (const name of ['a', 'b', 'c']) void come(gate, name, inside)
  await turn()
  expect(inside).toEqual(['a', 'b'])
  gate.leave()
  gate.leave()
  await turn()
  expect(inside).toEqual(['a', 'b', 'c'])
  void come(gate, 'd', inside)
  void come(gate, 'e', inside)
  await turn()
  expect(inside).toEqual(['a', 'b', 'c', 'd'])
})

test.for([
  ['of many', 1000, 1],
  ['of one who comes again and again', 1, 1000],
] as const)('a request from outside is heard during a long queue %s', async ([_, people, times]) => {
  const gate = createGate(1)
  let visits = 0
  let seen = 0
  const visit = async () => {
    for (let n = 0; n < times; n++) {
      await gate.enter()
      visits += 1
      gate.leave()
    }
  }
  // Whatever comes from a socket comes in a later turn of the event loop.
  const request = turn().then(() => {
    seen = visits
  })
  await Promise.all([...Array.from({ length: people }, visit), request])
  expect(visits).toBe(1000)
  expect(seen).toBeLessThan(1000)
})
