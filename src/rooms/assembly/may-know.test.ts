import { expect, test } from 'vitest'
import { declared, secret } from '../situation/situation.samples.ts'
import { knows, sees } from './may-know.ts'

const stranger = 'U0SUZUKI'

test('a public incident is everybody’s, and a private one of those who take part in it', () => {
  expect(knows(declared, stranger)).toBe(true)
  expect(knows(secret, stranger)).toBe(false)
  for (const { userId } of secret.knowers) expect(knows(secret, userId)).toBe(true)
})

test('a guest sees even of the public ones only those that they take part in', () => {
  expect(sees(declared, { userId: stranger, isConfined: true })).toBe(false)
  expect(sees(declared, { userId: declared.incident.declaredBy, isConfined: true })).toBe(true)
})
