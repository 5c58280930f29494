import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreedAfter, compare, type Sides, sideFields } from './sides.ts'

const sides = fc.record<Sides>({
  state: fc.constantFrom('open', 'done', 'waived'),
  login: fc.constantFrom(null, 'tanaka-gh', 'sato-gh'),
  due: fc.constantFrom(null, '2026-12-01', '2026-12-08'),
})

describe('what becomes of an action item and its issue', () => {
  test('nobody’s change is overwritten: what both changed differently is neither pushed nor taken', () => {
    fc.assert(
      fc.property(sides, sides, sides, (agreed, here, there) => {
        const found = compare(agreed, here, there)
        for (const field of sideFields) {
          const both = here[field] !== agreed[field] && there[field] !== agreed[field] && here[field] !== there[field]
          expect(field in found.conflict).toBe(both)
          if (both) expect([field in found.push, field in found.take]).toEqual([false, false])
          if (field in found.push) expect(there[field]).toBe(agreed[field])
          if (field in found.take) expect(here[field]).toBe(agreed[field])
        }
      }),
    )
  })

  test('once done both say the same, and looked at again nothing is left to do but what waits for a person', () => {
    fc.assert(
      fc.property(sides, sides, sides, (agreed, here, there) => {
        const found = compare(agreed, here, there)
        const hereNow = { ...here, ...found.take }
        const thereNow = { ...there, ...found.push }
        const again = compare(agreedAfter(agreed, here, there, found), hereNow, thereNow)
        expect(again).toEqual({ push: {}, take: {}, conflict: found.conflict })
      }),
    )
  })
})
