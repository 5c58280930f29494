import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './diff.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })

test('what is left and what came make the one text and the other', () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const before = a.join('\n')
      const after = b.join('\n')
      const found = differences(before, after).filter((line) => line !== '@@')
      const count = (mark: string) => found.filter((line) => line.startsWith(mark)).length
      expect(count('+') - count('-')).toBe(after.split('\n').length - before.split('\n').length)
      expect(found.length === 0).toBe(before === after)
      const kept = found.filter((line) => line.startsWith(' ')).length
      expect(kept + count('-')).toBeLessThanOrEqual(before.split('\n').length)
    }),
  )
})

test('lines far from a change are left out', () => {
  const before = Array.from({ length: 20 }, (_, n) => `line ${n}`)
  const after = before.with(10, 'changed')
  expect(differences(before.join('\n'), after.join('\n'))).toEqual([
    '@@',
    ' line 8',
    ' line 9',
    '-line 10',
    '+changed',
    ' line 11',
    ' line 12',
  ])
})
