import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A test that failed, by its full name (with the blocks that it stands in), and the first line of why. */
export type FailedTest = { name: string; why: string }

/** What a run of tests said. */
export type TestRun = {
  passed: string[]
  failed: FailedTest[]
  /** Files that could not be loaded or whose hooks failed outside of any test. */
  broken: string[]
  /** It was ended because it took too long. */
  late: boolean
}

export type RunOptions = {
  /** The copy of the project in which it runs. */
  folder: string
  /** Test files; all of them when there are none. */
  files: readonly string[]
  /** A regular expression over the full names of tests. */
  pattern?: string | undefined
  limitMs: number
  /** Ends at the first test that fails. */
  bail: boolean
  signal: AbortSignal
}

type Report = {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

/**
 * Runs tests to their end, or until `limitMs` milliseconds have passed, and says what became of each. Rejects with the signal's
 * reason when `signal` aborts.
 */
export async function runTests({ folder, files, pattern, limitMs, bail, signal }: RunOptions): Promise<TestRun> {
  const report = join(folder, 'seeded-report.json')
  await rm(report, { force: true })
  const late = await run(
    folder,
    [
      '--disable-warning=ExperimentalWarning',
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...files,
      ...(pattern === undefined ? [] : ['--testNamePattern', pattern]),
      ...(bail ? ['--bail=1'] : []),
      // A story has patience of its own: on a busy machine its test must not be given up before.
      `--testTimeout=${limitMs}`,
      '--reporter=json',
      `--outputFile.json=${report}`,
      // Of hundreds of modules one is changed each time: the others need not be translated again.
      '--experimental.fsModuleCache',
      `--experimental.fsModuleCachePath=${join(folder, 'seeded-cache')}`,
    ],
    limitMs,
    signal,
  )
  if (late) return { passed: [], failed: [], broken: [], late }
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: [], failed: [], broken: [...files], late }
  const { testResults }: Report = JSON.parse(text)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName.trim())
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages: [why = ''] = [] }) => ({
      name: fullName.trim(),
      why: why.split('\n')[0]?.slice(0, 200) ?? '',
    }))
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed, failed, broken: broken.map(({ name }) => name), late }
}

/** How long a run may take to put its servers away before it is killed, in milliseconds. */
const graceMs = 10_000

/** Answers whether it had to be ended. It has a group of its own, so that whatever it started ends with it. */
function run(cwd: string, args: readonly string[], limitMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const child = spawn(process.execPath, args, { cwd, stdio: 'ignore', detached: true })
    const toAll = (name: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, name)
      } catch {
        // All of it has ended already.
      }
    }
    let late = false
    let killing: NodeJS.Timeout | undefined
    const end = () => {
      toAll('SIGTERM')
      killing ??= setTimeout(() => toAll('SIGKILL'), graceMs)
    }
    const timer = setTimeout(() => {
      late = true
      end()
    }, limitMs)
    signal.addEventListener('abort', end)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      clearTimeout(killing)
      signal.removeEventListener('abort', end)
      // Tests that were ended may stand in the report as failed: it is not read.
      if (signal.aborted) reject(signal.reason)
      else resolve(late)
    })
  })
}
