import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { withTwoReplicas } from './database.ts'
import { declare } from './declaring.ts'
import { policyOfA, wrongs } from './records.ts'

test(
  'two replicas whose database breaks every connection during a declaration finish it once',
  {
    timeout: patient(120_000),
  },
  () =>
    withTwoReplicas(async (stage, breakAll) => {
      await declare(stage.driver, '障害')
      await breakAll()
      await stage.quiet()
      expect(wrongs(await stage.driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
    }),
)
