import type { Fault } from './fault.ts'
import { type FailedTest, runTests, type TestRun } from './run-tests.ts'
import type { Tree } from './tree.ts'

/**
 * What became of a fault. Only `caught` is well. `elsewhere`: its own test does not notice, another does. `unsound`: its test
 * fails without the fault, or there is none of that name. `misfit`: it could not be made. `unloadable`: nothing ran, which
 * proves nothing about tests.
 */
export type Verdict = 'caught' | 'survived' | 'elsewhere' | 'unsound' | 'misfit' | 'unloadable' | 'late'

/** `by`: the test that noticed and how, or why it proves nothing. */
export type Trial = { id: string; verdict: Verdict; by: string | null; seconds: number }

export type TrialOptions = {
  limitMs: number
  signal: AbortSignal
  /** Tests whose full names hold this are left out: one database is enough to see most faults. */
  without?: string | undefined
  /** All tests are run when the fault's own test does not notice. */
  whole: boolean
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The pattern of the tests named, as far as they are not left out; undefined for all tests of a file. */
export function patternOf(names: readonly (string | undefined)[], without: string | undefined): string | undefined {
  const wanted = names.every((name) => name !== undefined) ? `(?:${names.map(literally).join('|')})` : ''
  const pattern = `${without === undefined ? '' : `^(?!.*${literally(without)}).*`}${wanted}`
  return pattern === '' ? undefined : pattern
}

/** Runs the tests of several faults in one file without any fault, and answers why a fault's test proves nothing, by its id. */
export async function soundness(
  tree: Tree,
  faults: readonly Fault[],
  { limitMs, signal, without }: TrialOptions,
): Promise<Map<string, string>> {
  const files = [...new Set(faults.map(({ caughtBy }) => caughtBy.file))]
  const pattern = patternOf(
    faults.map(({ caughtBy }) => caughtBy.test),
    without,
  )
  const run = await runTests({ folder: tree.folder, files, pattern, limitMs: limitMs * 2, bail: false, signal })
  return new Map(faults.flatMap((fault) => whyUnsound(fault, run)))
}

function whyUnsound({ id, caughtBy: { test = '' } }: Fault, run: TestRun): [string, string][] {
  const failed = run.failed.find(({ name }) => name.includes(test))
  if (run.late) return [[id, 'too slow without the fault']]
  if (run.broken.length > 0) return [[id, 'cannot be loaded without the fault']]
  if (failed !== undefined) return [[id, `fails without the fault: ${told(failed)}`]]
  return run.passed.some((name) => name.includes(test)) ? [] : [[id, 'there is no such test']]
}

const told = ({ name, why }: FailedTest): string => `${name}: ${why}`

/** Makes one fault in the tree, runs its test, and takes it out again. */
export async function tryFault(tree: Tree, fault: Fault, options: TrialOptions): Promise<Omit<Trial, 'seconds'>> {
  const { limitMs, signal, without, whole } = options
  const { file, test } = fault.caughtBy
  const verdict = (is: Verdict, by: string | null = null) => ({ id: fault.id, verdict: is, by })
  const run = (files: readonly string[], pattern: string | undefined, ms: number) =>
    runTests({ folder: tree.folder, files, pattern, limitMs: ms, bail: true, signal })
  try {
    return await tree.with(fault, async () => {
      const own = await run([file], patternOf([test], without), limitMs)
      if (own.late) return verdict('late', `after ${limitMs / 1000} s`)
      const [noticed] = own.failed
      if (noticed !== undefined) return verdict('caught', told(noticed))
      if (own.broken.length > 0) return verdict('unloadable')
      if (!whole) return verdict('survived')
      const all = await run([], undefined, wholeMs)
      return all.failed[0] === undefined ? verdict('survived') : verdict('elsewhere', told(all.failed[0]))
    })
  } catch (error) {
    signal.throwIfAborted()
    return verdict('misfit', error instanceof Error ? error.message : String(error))
  }
}

/** The longest that a whole run may take, in milliseconds. */
const wholeMs = 90 * 60_000
