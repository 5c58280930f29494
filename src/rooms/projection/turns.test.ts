import { expect, test } from 'vitest'
import { takingTurns } from './turns.ts'

test('no more than so many run at once, the first come first, and a failure gives its place on', async () => {
  const inTurn = takingTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const run = (n: number) =>
    inTurn(async () => {
      begun.push(n)
      await new Promise<void>((end) => ends.push(end))
      if (n === 1) throw new Error('one fails')
      return n
    })
  const runs = Promise.allSettled([1, 2, 3, 4].map(run))
  await Promise.resolve()
  expect(begun).toEqual([1, 2])
  for (let n = 0; n < 4; n++) {
    ends[n]?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(begun).toEqual([1, 2, 3, 4].slice(0, Math.min(n + 3, 4)))
  }
  expect((await runs).map((each) => each.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
})
