import { expect, test } from 'vitest'
import { optionsFrom } from './options.ts'

const from = (...args: string[]) => optionsFrom(args, () => 77)

test('a bare run is as quiet, as ordered and as patient as it comes', () => {
  expect(from()).toEqual({ slow: false, load: 1, seed: undefined, into: '.build', vitest: [] })
})

test("what is not ours is Vitest's, in its order", () => {
  const theirs = ['test/stories', '-t', 'two people', '-u', '--retry=1', '--bail', '1']
  expect(from('--slow', ...theirs)).toMatchObject({ slow: true, vitest: theirs })
})

test.each([
  [['--shuffle'], 77],
  [['--shuffle', '42'], 42],
  [['--shuffle=42'], 42],
  [['--shuffle', 'test/stories'], 77],
])('%j is shuffled by the seed %i', (args, seed) => {
  expect(from(...args).seed).toBe(seed)
})

test('a path behind --shuffle stays a path', () => {
  expect(from('--shuffle', 'test/stories').vitest).toEqual(['test/stories'])
})

test.each([
  [['--load'], 4],
  [['--load', '8'], 8],
  [['--load=2'], 2],
])('%j is a load of %i', (args, load) => {
  expect(from(...args)).toMatchObject({ load, vitest: [] })
})

test.each([
  [['--load', '0'], /--load/],
  [['--into'], /--into/],
  [['--into', '--slow'], /--into/],
])('%j is refused in a line', (args, line) => {
  expect(() => from(...args)).toThrow(line)
})
