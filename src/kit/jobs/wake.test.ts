import { describe, expect, it } from 'vitest'
import { createWakers } from './wake.ts'

function queueOf(workers: number) {
  const wakers = createWakers()
  const sleepers = Array.from({ length: workers }, () => {
    const sleeper = { busy: false, woken: 0, wake: () => void sleeper.woken++ }
    return sleeper
  })
  for (const sleeper of sleepers) wakers.add('projection.project', sleeper)
  return { wakers, sleepers, woken: () => sleepers.map((each) => each.woken) }
}

describe('when a job arrives', () => {
  it('one worker looks, and the others sleep on', () => {
    const { wakers, woken } = queueOf(3)
    wakers.wake('projection.project')
    expect(woken()).toEqual([1, 0, 0])
  })

  it('a worker that holds jobs is left alone while another has none', () => {
    const { wakers, sleepers, woken } = queueOf(3)
    for (const each of sleepers.slice(0, 2)) each.busy = true
    wakers.wake('projection.project')
    expect(woken()).toEqual([0, 0, 1])
  })

  it('and all hold some, whoever is done first looks again', () => {
    const { wakers, sleepers, woken } = queueOf(2)
    for (const each of sleepers) each.busy = true
    wakers.wake('projection.project')
    expect(woken()).toEqual([1, 1])
  })

  it('in another queue, nobody is disturbed', () => {
    const { wakers, woken } = queueOf(2)
    wakers.wake('assembly.assemble')
    expect(woken()).toEqual([0, 0])
  })
})

describe('when a worker has taken jobs', () => {
  const taking = (notifications: number, taken: number, isFull = false) => {
    const { wakers, sleepers, woken } = queueOf(2)
    for (let n = 0; n < notifications; n++) wakers.wake('projection.project')
    for (const each of sleepers) each.woken = 0
    const [first] = sleepers
    if (first) first.busy = true
    wakers.took('projection.project', taken, isFull)
    return woken()
  }

  it('all that was notified of, nobody else looks', () => {
    expect(taking(2, 2)).toEqual([0, 0])
  })

  it('less than was notified of, another looks: it had read before the last came', () => {
    expect(taking(2, 1)).toEqual([0, 1])
  })

  it('as many as it may, another looks: one notification may tell of many', () => {
    expect(taking(1, 5, true)).toEqual([0, 1])
  })

  it('and another process has taken the rest, that is looked for once', () => {
    const { wakers, woken } = queueOf(2)
    for (let n = 0; n < 3; n++) wakers.wake('projection.project')
    const before = woken()[0] ?? 0
    wakers.took('projection.project', 2, false)
    wakers.took('projection.project', 1, false)
    expect((woken()[0] ?? 0) - before).toBe(1)
  })
})
