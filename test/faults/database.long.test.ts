import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { withTwoReplicas } from './database.ts'
import { declare } from './declaring.ts'
import { channelsOfBot, policyOfA, wrongs } from './records.ts'
import { drive, wrongsOfTheEnd } from './responding.ts'

test(
  'two replicas whose database breaks every connection again and again bring a response to its end, once',
  {
    timeout: patient(300_000),
  },
  () =>
    withTwoReplicas(async (stage, breakAll) => {
      const { driver, quiet } = stage
      await declare(driver, '障害')
      await breakAll()
      await quiet()
      expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])

      const ours = (state: Parameters<typeof channelsOfBot>[0]) => channelsOfBot(state)[0]
      const driving = drive(stage, ours, undefined, false)
      await breakAll()
      expect(await driving).toEqual([])
      await breakAll()
      await quiet()
      expect(await wrongsOfTheEnd(stage, ours)).toEqual([])
    }),
)
