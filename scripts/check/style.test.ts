import { describe, expect, test } from 'vitest'
import { styleProblems } from './style.ts'

const problems = (text: string, path = 'src/rooms/card/verb.ts') => styleProblems(path, text)

describe('a cast has a reason beside it', () => {
  test.each([
    'export const kind = value as Kind',
    'export const kind = (value ?? "none") as Kind',
    'export const first = list[0]!',
    'export const kind = known.includes(value) ? (value as Kind) : null',
    'export const pairs = Object.entries(sides) as [Side, string][]',
    '// A reason too far away.\n\nexport const kind = value as Kind',
  ])('%s is caught', (text) => {
    expect(problems(text)).toEqual([expect.stringContaining('need a reason')])
  })

  test.each([
    'export const kind = value as Kind // The column holds nothing else.',
    '// The column holds nothing else.\nexport const kind = value as Kind',
    'export const words = ["a", "b"] as const',
    'export const value = JSON.parse(text) as unknown',
    'export const list = value as unknown[]',
    'export const keys = Object.keys(table) as Key[]',
    'export const isWord = (words as readonly string[]).includes(value)',
    'export const say = (key: string) => (key in texts ? t(key as Key) : key)',
  ])('%s is none', (text) => {
    expect(problems(text)).toEqual([])
  })

  test('a store casts what a column holds, and nothing else does', () => {
    const text = 'export const state = row.state as State'
    expect(problems(text, 'src/rooms/card/store.ts')).toEqual([])
    expect(problems(text)).toHaveLength(1)
    expect(problems('export const fact = { ...row } as Fact', 'src/rooms/card/store.ts')).toHaveLength(1)
  })

  test('the question beside it must be about the same name, and its answer yes', () => {
    expect(problems('export const a = other in texts ? t(key as Key) : key')).toHaveLength(1)
    expect(problems('export const a = key in texts ? key : t(key as Key)')).toHaveLength(1)
  })

  test('a test may cast', () => {
    expect(problems('const kind = value as Kind', 'src/rooms/card/verb.test.ts')).toEqual([])
  })
})

describe('a literal is not spread into a literal', () => {
  test.each(['const a = { ...{ b, c }, d }', 'const a = [...[1, 2], 3]'])('%s is caught, in tests too', (text) => {
    expect(problems(text)).toEqual([expect.stringContaining('spreads a literal')])
    expect(problems(text, 'test/stories/a.test.ts')).toHaveLength(1)
  })

  test.each(['const a = { ...b, ...(c ? { d } : {}) }', 'const a = [...b, ...[1, 2].map(twice)]', 'f(...[1, 2])'])(
    '%s is none',
    (text) => {
      expect(problems(text)).toEqual([])
    },
  )
})
