import { expect, test } from 'vitest'
import type { Run, TestTime } from './record.ts'
import { problemsOf } from './verdict.ts'

const aTest = (change: Partial<TestTime> = {}): TestTime => ({
  name: 'a',
  state: 'passed',
  ms: 1,
  retries: 0,
  ...change,
})

const runOf = (tests: TestTime[], change: Partial<Run> = {}): Run => ({
  reason: 'passed',
  unhandledErrors: 0,
  mayBeEmpty: false,
  snapshots: { written: 0, updated: 0, removed: 0, obsolete: 0 },
  files: [{ path: 'a.test.ts', state: 'passed', ms: 1, importMs: 1, hooksMs: 0, tests }],
  ...change,
})

test('a run in which all passed has no problem', () => {
  expect(problemsOf(runOf([aTest(), aTest({ state: 'skipped' })]), 0)).toEqual([])
})

test.each([
  ['all tests were left out', runOf([aTest({ state: 'skipped' })]), 0, /^No test ran/],
  ['there was no file', runOf([], { files: [] }), 0, /^No test ran/],
  ['a test was tried three times', runOf([aTest({ retries: 2 })]), 0, /more than twice/],
  ['somebody pressed Ctrl-C', runOf([aTest()], { reason: 'interrupted' }), 130, /interrupted/],
  ['Vitest has a reason of its own', runOf([aTest()]), 1, /Vitest failed the run \(code 1\)/],
  ['Vitest calls it failed and ends with 0', runOf([aTest()], { reason: 'failed' }), 0, /Vitest failed the run/],
  ['nothing was told', undefined, 0, /before it told/],
])('a run fails where %s', (_, run, code, problem) => {
  expect(problemsOf(run, code)).toEqual([expect.stringMatching(problem)])
})

test('a file whose process was lost in the middle is a failure, although its tests passed until then', () => {
  const lost = { path: 'a.test.ts', state: 'pending' as const, ms: 1, importMs: 1, hooksMs: 0, tests: [aTest()] }
  expect(problemsOf(runOf([], { files: [lost] }), 0)).toEqual(['1 file failed outside of a test.'])
})

test('a run without a test is fine where that was asked for', () => {
  expect(problemsOf(runOf([], { files: [], mayBeEmpty: true }), 0)).toEqual([])
})
