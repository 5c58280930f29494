import { expect, test } from 'vitest'
import { barsOf, type Moments } from './moments.ts'

const minute = 60_000
const declared: Moments = {
  isImpactStated: false,
  occurred: null,
  detected: null,
  declared: 10 * minute,
  handler: null,
  first_update: null,
  recovered: null,
  completed: null,
}
const usersIn = (known: Partial<Moments>, status = 'responding') => {
  const { isStated, isStartKnown } = barsOf({ ...declared, ...known }, status, 40 * minute).users
  return { isStated, isStartKnown }
}

test('a declaration says nothing of users: their bar is unknown until somebody writes of them', () => {
  expect(usersIn({})).toEqual({ isStated: false, isStartKnown: false })
  expect(usersIn({ recovered: 30 * minute }, 'recovered')).toEqual({ isStated: false, isStartKnown: false })
  expect(usersIn({ isImpactStated: true })).toEqual({ isStated: true, isStartKnown: false })
  expect(usersIn({ occurred: 5 * minute })).toEqual({ isStated: true, isStartKnown: true })
  expect(barsOf(declared, 'responding', 40 * minute).organisation.isStated).toBe(true)
})
