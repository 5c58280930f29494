/**
 * What Vitest tells while it runs: how far it is, and each failure at once and whole. What came of the run is written
 * to the file that SSSBOT_TEST_RECORD names; main.ts closes with it.
 */
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node'
import { duration } from './duration.ts'
import { type Progress, showProgress } from './progress.ts'
import { runFrom } from './run.ts'

type Log = Parameters<NonNullable<Reporter['onUserConsoleLog']>>[0]

export default class RunReporter implements Reporter {
  readonly #logs = new Map<string, Log[]>()
  #vitest: Vitest | undefined
  #began = performance.now()
  #count: Omit<Progress, 'ms'> = { files: 0, filesDone: 0, passed: 0, failed: 0, now: '' }
  readonly #progress = showProgress(process.stdout, () => ({ ...this.#count, ms: performance.now() - this.#began }))

  /** With a single file, a person works on it: every test and all that it prints is shown. */
  get #single(): boolean {
    return this.#count.files === 1
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
    this.#began = performance.now()
  }

  onTestRunStart(specifications: readonly unknown[]): void {
    this.#count = { files: specifications.length, filesDone: 0, passed: 0, failed: 0, now: '' }
    this.#progress.draw()
  }

  onTestModuleStart({ relativeModuleId }: TestModule): void {
    this.#count.now = relativeModuleId
  }

  onUserConsoleLog(log: Log): void {
    const of = log.taskId ?? ''
    if (this.#single) this.#progress.above(() => this.#print(log))
    else this.#logs.set(of, [...(this.#logs.get(of) ?? []), log])
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result()
    if (state === 'passed') this.#count.passed += 1
    if (state === 'failed') {
      this.#count.failed += 1
      this.#tellFailure(test, `${test.module.relativeModuleId} > ${test.fullName}`, errors ?? [])
    } else if (this.#single) {
      const mark = state === 'passed' ? '✓' : '-'
      const ms = test.diagnostic()?.duration
      this.#say(` ${mark} ${test.fullName}${ms === undefined ? '' : `  ${duration(ms)}`}`)
    }
    this.#logs.delete(test.id)
    this.#progress.draw()
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.errors().length > 0)
      this.#tellFailure(
        suite,
        `${suite.module.relativeModuleId} > ${suite.fullName} (outside of a test)`,
        suite.errors(),
      )
  }

  onTestModuleEnd(file: TestModule): void {
    this.#count.filesDone += 1
    if (file.errors().length > 0) this.#tellFailure(file, `${file.relativeModuleId} (outside of a test)`, file.errors())
    for (const { id } of [file, ...file.children.allSuites()]) this.#logs.delete(id)
    this.#progress.draw()
  }

  onTestRunEnd(
    files: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: 'passed' | 'failed' | 'interrupted',
  ): void {
    this.#progress.end()
    const vitest = this.#vitest
    if (!vitest) return
    if (files.length === 0) vitest.logger.printNoTestFound()
    for (const error of unhandled) vitest.logger.log(`\n✗ An error that belongs to no test\n${this.#words(error)}`)
    const record = process.env.SSSBOT_TEST_RECORD
    if (record) writeFileSync(record, JSON.stringify(runFrom(vitest, files, unhandled.length, reason)))
  }

  #say(line: string): void {
    this.#progress.above(() => this.#vitest?.logger.log(line))
  }

  #print({ content }: Log): void {
    this.#vitest?.logger.outputStream.write(content.endsWith('\n') ? content : `${content}\n`)
  }

  /** An error as Vitest words it: message, difference, place and code. */
  #words(error: unknown, project?: TestCase['project']): string {
    const options = { showCodeFrame: true, ...(project && { project }) }
    return this.#vitest?.logger.formatError(error, options).output.trimEnd() ?? ''
  }

  /** Everything about one failure, in one piece and on one stream: which, what was expected, where, what it printed. */
  #tellFailure({ id, project }: TestCase | TestSuite | TestModule, name: string, errors: readonly unknown[]): void {
    this.#progress.above(() => {
      const log = (line: string) => this.#vitest?.logger.log(line)
      log(`\n✗ ${name}`)
      for (const error of errors) log(`${this.#words(error, project)}\n`)
      const logs = this.#logs.get(id) ?? []
      if (logs.length > 0) log('  What it printed:')
      for (const one of logs) this.#print(one)
    })
  }
}
