import { expect, test } from 'vitest'
import { situations } from '../situation/situation.samples.ts'
import { mayBeTold } from './look.ts'

test('of a private incident only who may know is told, and nobody who does not say who asks', () => {
  const { secret, underWay } = situations
  expect([undefined, 'U0STRANGER'].map((actor) => mayBeTold(secret, actor))).toEqual([false, false])
  expect(mayBeTold(secret, secret.incident.declaredBy)).toBe(true)
  expect([undefined, 'U0STRANGER'].map((actor) => mayBeTold(underWay, actor))).toEqual([true, true])
})
