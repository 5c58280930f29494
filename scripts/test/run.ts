import type { TestModule, Vitest } from 'vitest/node'
import type { FileTime, Run } from './record.ts'

/** What came of one file, as Vitest's reporter sees it at the end. */
const fileFrom = (file: TestModule): FileTime => {
  const tests = [...file.children.allTests()].map((test) => {
    const { duration = 0, retryCount = 0 } = test.diagnostic() ?? {}
    return { name: test.fullName, state: test.result().state, ms: Math.round(duration), retries: retryCount }
  })
  const times = file.diagnostic()
  const inTests = tests.reduce((sum, { ms }) => sum + ms, 0)
  return {
    path: file.relativeModuleId,
    state: file.state(),
    ms: Math.round(times.duration),
    importMs: Math.round(
      times.environmentSetupDuration + times.prepareDuration + times.collectDuration + times.setupDuration,
    ),
    hooksMs: Math.max(0, Math.round(times.duration) - inTests),
    tests,
  }
}

/** What came of a run. `unhandledErrors` is the number of errors that belong to no test. */
export const runFrom = (
  vitest: Vitest,
  files: readonly TestModule[],
  unhandledErrors: number,
  reason: Run['reason'],
): Run => {
  const { added, updated, filesRemoved, unchecked } = vitest.snapshot.summary
  return {
    reason,
    unhandledErrors,
    mayBeEmpty: vitest.config.passWithNoTests === true,
    snapshots: { written: added, updated, removed: filesRemoved, obsolete: unchecked },
    files: files.map(fileFrom),
  }
}
