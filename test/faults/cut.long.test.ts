import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { tryAll } from './cut.ts'

test('whatever happens to any one call, everything comes and nothing comes twice', {
  timeout: patient(600_000),
}, async () => {
  const found = await tryAll('PostgreSQL', (all) => {
    expect(new Set(all.map((each) => each.method)).size).toBeGreaterThanOrEqual(9)
    return all
  })
  expect(found).toEqual([])
})
