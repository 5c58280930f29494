import { expect, test } from 'vitest'
import { lendsForTransactions } from './pooler.ts'

test.each([
  ['the server itself', { told: 11, first: 11, second: 12, again: 11 }, false],
  ['a pooler for sessions', { told: 907, first: 11, second: 12, again: 11 }, false],
  ['a pooler for transactions that lends what was used last', { told: 907, first: 11, second: 11, again: 11 }, true],
  ['a pooler for transactions that takes turns', { told: 907, first: 11, second: 12, again: 13 }, true],
  ['a pooler that tells no process', { told: 0, first: 11, second: 11, again: 11 }, true],
])('%s: whether it lends connections for one transaction is found out', (_, carried, lends) => {
  expect(lendsForTransactions(carried)).toBe(lends)
})
