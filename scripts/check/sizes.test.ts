import { describe, expect, test } from 'vitest'
import { limits, sizeProblems } from './sizes.ts'

const small = Array.from({ length: 20 }, (_, n) => ({ path: `src/rooms/todos/verb-${n}.ts`, lines: 40 }))

test('a house of small files is in order', () => expect(sizeProblems(small, {})).toEqual([]))

describe('a file that is too long is caught', () => {
  const long = { path: 'src/rooms/todos/everything.ts', lines: limits.longest + 1 }

  test('by its path', () =>
    expect(sizeProblems([...small, long], {})).toEqual([
      'src/rooms/todos/everything.ts: has 301 lines: split it by what its parts are for',
    ]))

  test('and one that was known to be longer may not grow', () => {
    expect(sizeProblems([...small, long], { [long.path]: 301 })).toEqual([])
    expect(sizeProblems([...small, { ...long, lines: 302 }], { [long.path]: 301 })).toHaveLength(1)
  })

  test('and is taken off the list once it is split, or gone', () => {
    expect(sizeProblems([...small, { ...long, lines: 90 }], { [long.path]: 301 })).toHaveLength(1)
    expect(sizeProblems(small, { [long.path]: 301 })).toHaveLength(1)
  })
})

test('a house whose files grow all together is caught too', () => {
  const grown = small.map((each) => ({ ...each, lines: 140 }))
  expect(sizeProblems(grown, {}).map((each) => each.slice(0, 10))).toEqual(['src: 50 % ', 'src: 90 % '])
})

test('what is generated, and a list of rows, may be long', () =>
  expect(sizeProblems([...small, { path: 'src/kit/db/schema.generated.ts', lines: 900 }], {})).toEqual([]))
