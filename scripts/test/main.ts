/**
 * Runs the tests and closes with one screen: what came of them, in how long, and what was slow if asked.
 * Usage: npm test -- [--slow] [--shuffle [seed]] [--load [times]] [--into <folder>] [Vitest's own arguments]
 */
import '../start/leash.mjs'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../check/root.ts'
import { spinnersFor, startLoad } from './load.ts'
import { help, type Options, optionsFrom } from './options.ts'
import { readRun } from './record.ts'
import { lastScreen } from './screen.ts'
import { problemsOf } from './verdict.ts'
import { reporting, runVitest, type Traces } from './vitest.ts'

/** Arguments with which Vitest runs no tests, or goes on until the person ends it: its own words are enough then. */
const isAnswer = (arg: string): boolean => /^(-h|--help|-v|--version|-w|--watch|--clearCache|--listTags)$/.test(arg)

const tracesIn = (folder: string): Traces => {
  mkdirSync(folder, { recursive: true })
  const traces = { report: join(folder, 'tests.json'), record: join(folder, 'timings.json') }
  for (const file of Object.values(traces)) rmSync(file, { force: true })
  return traces
}

const shuffledBy = (seed: number): string[] => [
  '--sequence.shuffle.files',
  '--sequence.shuffle.tests',
  `--sequence.seed=${seed}`,
]

const runTests = async ({ slow, load, seed, into, vitest }: Options): Promise<number> => {
  const began = performance.now()
  const traces = tracesIn(resolve(root, into))
  if (seed !== undefined) console.log(`Shuffled by the seed ${seed}.`)
  if (load > 1) console.log(`Under ${load} times the load: ${spinnersFor(load)} busy processes.`)
  const endLoad = startLoad(spinnersFor(load))
  const args = [...vitest, ...(seed === undefined ? [] : shuffledBy(seed)), ...reporting(traces)]
  const exitCode = await runVitest(args, {
    // A bot in a process of its own, of which the faults start a hundred, takes half of its start to be compiled.
    NODE_COMPILE_CACHE: join(root, '.build', 'compiled-in-tests'),
    ...process.env,
    SSSBOT_TEST_RECORD: traces.record,
    ...(load > 1 ? { SSSBOT_TEST_PATIENCE: String(load) } : {}),
  })
  endLoad()
  const run = readRun(traces.record)
  const problems = problemsOf(run, exitCode)
  const wallMs = performance.now() - began
  if (run) console.log(lastScreen({ run, problems, wallMs, slow, seed }).join('\n'))
  else for (const problem of problems) console.error(`✗ ${problem}`)
  return problems.length === 0 ? 0 : exitCode || 1
}

try {
  const options = optionsFrom(process.argv.slice(2))
  if (options.vitest.some(isAnswer)) {
    if (options.vitest.includes('--help')) console.log(help)
    process.exitCode = await runVitest(options.vitest, process.env)
  } else process.exitCode = await runTests(options)
} catch (error) {
  console.error(`sssbot: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
