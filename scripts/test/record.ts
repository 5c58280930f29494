import { existsSync, readFileSync } from 'node:fs'

/** One test of a run. `ms` includes its beforeEach and afterEach; `retries` are the tries after the first. */
export type TestTime = {
  name: string
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  ms: number
  retries: number
}

/** One file of a run; a file that failed without a failed test could not be loaded, or a hook of it broke. */
export type FileTime = {
  /** Relative to the project. */
  path: string
  state: 'passed' | 'failed' | 'skipped' | 'pending' | 'queued'
  /** Milliseconds from the first hook to the last. */
  ms: number
  /** Milliseconds before the first hook: the worker's start, the imports, the body of the file. */
  importMs: number
  /** Milliseconds in the file that belong to no test: beforeAll and afterAll. 0 where tests ran side by side. */
  hooksMs: number
  tests: TestTime[]
}

/** What one run left behind, in timings.json. */
export type Run = {
  reason: 'passed' | 'failed' | 'interrupted'
  /** Errors that belong to no test, such as a rejection that nobody caught. */
  unhandledErrors: number
  /** Whether Vitest was told that a run without a test is fine. */
  mayBeEmpty: boolean
  snapshots: { written: number; updated: number; removed: number; obsolete: number }
  files: FileTime[]
}

/** A test with the file that it stands in. */
export type Placed = TestTime & { path: string }

/** Every test of the run, file by file. */
export const testsOf = (run: Run): Placed[] =>
  run.files.flatMap(({ path, tests }) => tests.map((test) => ({ ...test, path })))

/** The tests that were tried more than once. */
export const retriedIn = (run: Run): Placed[] => testsOf(run).filter(({ retries }) => retries > 0)

/** Files that failed although no test of them did. */
export const brokenFilesOf = (run: Run): FileTime[] =>
  run.files.filter(({ state, tests }) => isBad(state) && !tests.some((test) => test.state === 'failed'))

/** A file that was begun and never ended lost its process. */
const isBad = (state: FileTime['state']): boolean => state !== 'passed' && state !== 'skipped'

/** Reads what the reporter wrote; undefined where a run ended before it could. */
export const readRun = (file: string): Run | undefined =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
