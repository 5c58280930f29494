import { expect, test } from 'vitest'
import { situations } from '../situation/situation.samples.ts'
import { mayBeTold } from './look.ts'

const viewer = (userId: string, isConfined = false) => ({ userId, isConfined })

test('of a private incident only who may know is told, and nobody who does not say who asks', () => {
  const { secret, underWay } = situations
  expect([undefined, viewer('U0STRANGER')].map((actor) => mayBeTold(secret, actor))).toEqual([false, false])
  expect(mayBeTold(secret, viewer(secret.incident.declaredBy))).toBe(true)
  expect([undefined, viewer('U0STRANGER')].map((actor) => mayBeTold(underWay, actor))).toEqual([true, true])
})

test('a guest is told of a public incident only if they take part in it', () => {
  const { underWay } = situations
  expect(mayBeTold(underWay, viewer('U0STRANGER', true))).toBe(false)
  expect(mayBeTold(underWay, viewer(underWay.incident.declaredBy, true))).toBe(true)
})
