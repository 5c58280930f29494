import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { everyCase, tryAll } from './cut.ts'

test('whatever happens to any one call, everything comes and nothing comes twice', {
  timeout: patient(600_000),
}, async () => {
  const cases = await everyCase()
  expect(new Set(cases.map((each) => each.method)).size).toBeGreaterThanOrEqual(9)
  expect(await tryAll(cases)).toEqual([])
})
