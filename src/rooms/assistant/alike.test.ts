import { expect, test } from 'vitest'
import { nearInMeaning } from './alike.ts'

const all = (...likeness: number[]) => likeness.map((each, n) => ({ incidentId: `inc-${n}`, likeness: each }))
const near = (...likeness: number[]) => [...nearInMeaning(all(...likeness)).keys()]

test('what stands out is near, whatever the model puts between strangers', () => {
  expect(near(0.9, 0.1, 0.2)).toEqual(['inc-0'])
  expect(near(0.96, 0.8, 0.79, 0.81)).toEqual(['inc-0'])
  expect(near(0.85, 0.8, 0.79, 0.81)).toEqual([])
})

test('one alone stands out of nothing, and none are near none', () => {
  expect(near(0.99)).toEqual([])
  expect(near()).toEqual([])
})
