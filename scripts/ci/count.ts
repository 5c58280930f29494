import { existsSync, readFileSync } from 'node:fs'

/** How many checks or tests passed and failed. */
export type Count = { passed: number; failed: number }

export const nothing: Count = { passed: 0, failed: 0 }

export const add = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })

type Report = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts the tests of a Vitest JSON report. A file that failed without a failed test (it could not be loaded, a hook
 * broke), a run without a report, and a run that ended badly for another reason count as one failure each.
 */
export const countOf = (report: string, exitCode: number): Count => {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
