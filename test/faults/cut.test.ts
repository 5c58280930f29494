import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { troubles } from '../harness/troubled-line.ts'
import { tryAll } from './cut.ts'
import { randomFrom, sample, seed } from './seed.ts'

test(`each trouble at some call: everything comes and nothing comes twice (seed ${seed})`, {
  timeout: patient(120_000),
}, async () => {
  const random = randomFrom(seed)
  const found = await tryAll('PGlite', (all) => {
    const cases = troubles.flatMap((how) =>
      sample(
        all.filter((each) => each.how === how),
        1,
        random,
      ),
    )
    expect(cases.map(({ how }) => how)).toEqual([...troubles])
    return cases
  })
  expect(found).toEqual([])
})
