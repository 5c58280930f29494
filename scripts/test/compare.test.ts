import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { compare, expectedNames, type Report, storyNamed } from './stories.ts'

/** A report in which these tests ran; a title path is written `on PGlite > they declare`. */
const reportOf = (...tests: (string | { name: string; status: string })[]): Report => ({
  testResults: [
    {
      name: 'a.test.ts',
      assertionResults: tests.map((test) => {
        const { name, status } = typeof test === 'string' ? { name: test, status: 'passed' } : test
        const titles = name.split(' > ')
        return { ancestorTitles: titles.slice(0, -1), title: titles.at(-1) ?? '', status }
      }),
    },
  ],
})

test.each([
  [['on PGlite', 'they declare'], 'they declare', 'PGlite'],
  [['declaring', 'they declare, on PostgreSQL'], 'declaring > they declare', 'PostgreSQL'],
  [['they declare (on PGlite)'], 'they declare', 'PGlite'],
  [['the work on PGlite is taken up'], 'the work on PGlite is taken up', 'neither'],
  [['they declare'], 'they declare', 'neither'],
])('%j is the story %s on %s', (titles, name, database) => {
  expect(storyNamed(titles)).toEqual({ name, database })
})

test('a story that left one database has not gone, and is told with both', () => {
  const before = reportOf('on PGlite > a', 'on PostgreSQL > a')
  expect(compare(before, reportOf('on PostgreSQL > a'))).toEqual({
    went: [],
    came: [],
    moved: [{ name: 'a', file: 'a.test.ts', before: 'PGlite, PostgreSQL', after: 'PostgreSQL' }],
  })
})

test('a story that runs nowhere has gone, a new one has come', () => {
  const { went, came, moved } = compare(reportOf('on PGlite > a', 'b'), reportOf('b', 'on PostgreSQL > c'))
  expect(went).toMatchObject([{ name: 'a', before: 'PGlite', after: '' }])
  expect(came).toMatchObject([{ name: 'c', before: '', after: 'PostgreSQL' }])
  expect(moved).toEqual([])
})

test('a story that is skipped has gone, one that failed has not', () => {
  const after = reportOf({ name: 'a', status: 'skipped' }, { name: 'b', status: 'failed' })
  expect(compare(reportOf('a', 'b'), after).went).toMatchObject([{ name: 'a' }])
})

test('one of two stories of the same name is missed', () => {
  const before = reportOf('on PGlite > a', 'on PGlite > a', 'on PostgreSQL > a', 'on PostgreSQL > a')
  expect(compare(before, reportOf('on PostgreSQL > a')).went).toMatchObject([{ name: 'a' }])
  expect(compare(before, reportOf('on PostgreSQL > a', 'on PostgreSQL > a')).went).toEqual([])
})

test('the list of expected names holds one a line, with reasons between', () => {
  expect(expectedNames('# told by b since\n\na\n  c > d \n')).toEqual(new Set(['a', 'c > d']))
})

const folder = mkdtempSync(join(tmpdir(), 'sssbot-compare-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('the command fails for a story that went unexpectedly, and passes where its name is listed', () => {
  const script = fileURLToPath(new URL('compare.ts', import.meta.url))
  const reports = [reportOf('a', 'b'), reportOf('b')].map((report, n) => written(`${n}.json`, JSON.stringify(report)))
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...reports, ...args], { encoding: 'utf8' })
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('Went: 1\n  a  [neither → nowhere') })
  const expected = written('expected.txt', '# b tells it too\na\nz\n')
  expect(run('--expected', expected)).toMatchObject({ status: 0, stdout: expect.stringContaining('still there') })
})
