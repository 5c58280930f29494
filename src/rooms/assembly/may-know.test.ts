import { expect, test } from 'vitest'
import { declared, secret } from '../situation/situation.samples.ts'
import { knows } from './may-know.ts'

test('a public incident is everybody’s', () => {
  expect(knows(declared, 'U0ANYBODY')).toBe(true)
})

test('of a private one know the person who declared it, whoever was called, and whoever has a role', () => {
  const closed = { ...secret, people: [{ userId: 'U0KATO', reason: 'declared', skipped: null }] }
  expect(knows(closed, secret.incident.declaredBy)).toBe(true)
  expect(knows(closed, 'U0KATO')).toBe(true)
  expect(knows(closed, secret.roles[0]?.userId ?? '')).toBe(true)
  expect(knows(closed, 'U0SUZUKI')).toBe(false)
})

test('a guest whom the policy named and who was passed over does not know', () => {
  const people = [{ userId: 'U0GUEST', reason: 'declared', skipped: 'guest' as const }]
  expect(knows({ ...secret, people }, 'U0GUEST')).toBe(false)
})
