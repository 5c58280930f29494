import { expect, test } from 'vitest'
import { everyCase, tryAll } from './cut.ts'
import { randomFrom, sample, seed } from './seed.ts'

test(`some troubles at some calls: everything comes and nothing comes twice (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const cases = sample(await everyCase(), 24, randomFrom(seed))
  expect(await tryAll(cases)).toEqual([])
})
