import { describe, expect, test } from 'vitest'
import { migrationProblems, sourceProblems } from './sources.ts'

const offends = (path: string, text: string) => sourceProblems(path, text).length > 0

describe('time comes from kit/clock', () => {
  test.each([
    'const at = Date.now()',
    'const at = new Date()',
    'setTimeout(() => {}, 10)',
    'const stop = setInterval(() => {}, 10)',
    `import { setTimeout as wait } from 'node:timers/promises'`,
  ])('%s is caught in the product', (text) => {
    expect(offends('src/rooms/card/verb.ts', text)).toBe(true)
    expect(offends('src/kit/clock.ts', text)).toBe(false)
    expect(offends('src/rooms/card/verb.test.ts', text)).toBe(false)
  })

  test('a date made from a value, and words in a comment, are free', () => {
    expect(offends('src/rooms/card/verb.ts', 'new Date(row.at) // not Date.now()')).toBe(false)
  })

  test('a problem names the line', () => {
    expect(sourceProblems('src/a.ts', '// 時刻\n\nexport const a = Date.now()')[0]).toMatch(
      /^src\/a\.ts:3: calls Date\.now\(\)/,
    )
  })
})

describe('SQL does not ask the database for the time', () => {
  test.each(['now()', 'NOW ( )', 'current_timestamp', 'clock_timestamp()'])('%s is caught in a statement', (clock) => {
    expect(offends('src/rooms/card/store.ts', `sql\`update t set at = ${clock}\``)).toBe(true)
    expect(
      migrationProblems('migrations/0001_a.sql', `create table t (at timestamptz default ${clock});`),
    ).toHaveLength(1)
  })

  test('a comment in a migration may speak of it', () => {
    expect(migrationProblems('migrations/0001_a.sql', '-- never now()\nselect 1;')).toEqual([])
  })
})

test('only config.ts reads the environment', () => {
  const text = 'const port = process.env.PORT'
  expect(offends('src/edges/http/server.ts', text)).toBe(true)
  expect(offends('sandbox/server/index.ts', text)).toBe(true)
  expect(offends('src/config.ts', text)).toBe(false)
})

test('a file that cannot be parsed is a problem, not a pass', () => {
  expect(sourceProblems('src/a.ts', 'const = ;')[0]).toMatch(/cannot be parsed/)
})
