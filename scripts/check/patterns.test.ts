import { expect, test } from 'vitest'
import { patternProblems } from './patterns.ts'

const problems = (pattern: string) => patternProblems('src/rooms/card/words.ts', `export const pattern = ${pattern}`)

test.each([
  ['spaces at an end', '/\\s+$/', 'with the square'],
  ['two that take the same', '/^(.*?)([ \\t]+#.*)?$/', 'with the square'],
  ['a repetition of repetitions', '/^(a+)+$/', 'exponentially'],
])('a pattern that a long text holds up is caught: %s', (_, pattern, growth) => {
  expect(problems(pattern)).toEqual([expect.stringContaining(growth)])
})

test.each(['/^\\s+/', '/(?<!\\s)\\s+$/', '/<@[UW][A-Z0-9]+>/g', '/^[a-z]{1,80}$/u'])('%s is none', (pattern) => {
  expect(problems(pattern)).toEqual([])
})
