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
