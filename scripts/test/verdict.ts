import { brokenFilesOf, type Run, retriedIn, testsOf } from './record.ts'

/** How many tests may need a second try in one run: more mean that something is wrong, even where each passed in the end. */
const mayBeRetried = 2

const so = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/**
 * Why a run failed, in sentences; none means that it passed. Vitest's exit code alone is not believed: a library has
 * ended the process with 0 while tests failed.
 */
export const problemsOf = (run: Run | undefined, exitCode: number): string[] => {
  if (!run) return [`Vitest ended with code ${exitCode} before it told what came of the tests.`]
  const tests = testsOf(run)
  const failed = tests.filter(({ state }) => state === 'failed').length
  const broken = brokenFilesOf(run).length
  const retried = retriedIn(run)
  const ran = tests.some(({ state }) => state === 'passed' || state === 'failed')
  const problems = [
    ...(failed > 0 ? [`${so(failed, 'test', 'tests')} failed.`] : []),
    ...(broken > 0 ? [`${so(broken, 'file', 'files')} failed outside of a test.`] : []),
    ...(run.unhandledErrors > 0 ? [`${so(run.unhandledErrors, 'error', 'errors')} belonged to no test.`] : []),
    ...(retried.length > mayBeRetried
      ? [`${retried.length} tests needed a second try; ${mayBeRetried} may. This is no chance any more.`]
      : []),
    ...(retried.some(({ retries }) => retries > 1) ? ['A test was tried more than twice; one retry is the most.'] : []),
    ...(run.reason === 'interrupted' ? ['The run was interrupted.'] : []),
    ...(!ran && broken === 0 && !run.mayBeEmpty ? ['No test ran.'] : []),
  ]
  const unexplained = exitCode !== 0 || run.reason === 'failed'
  return problems.length === 0 && unexplained ? [`Vitest failed the run (code ${exitCode}).`] : problems
}
