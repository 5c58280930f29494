/**
 * Everything, as a release needs it: the fast checks, all tests, and the long fault runs. Goes on after a failure, and
 * closes with the true counts of checks and tests.
 * Usage: npm run ci
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, told } from '../check/check.ts'
import { checks } from '../check/checks.ts'
import { root } from '../check/root.ts'
import { add, type Count, countOf, nothing } from './count.ts'

const runChecks = async (): Promise<Count> => {
  const outcomes = await Promise.all(checks.map(run))
  for (const outcome of outcomes) console.log(told(outcome, process.stdout.isTTY ?? false))
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length
  return { passed: outcomes.length - failed, failed }
}

/** Runs one command of tests to its end, and counts what its JSON report says. */
const runTests = async (name: string, command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Count> => {
  const report = join(root, '.build', `${name}.json`)
  mkdirSync(join(root, '.build'), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await new Promise<number>((resolve) => {
    const child = spawn(command, [...args, ...reporters], { cwd: root, stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('exit', (ended) => resolve(ended ?? 1))
  })
  return countOf(report, code)
}

// The tests are run by the very command that the README tells people to type. On a busy machine a story may fail for want of
// time: it is told once more, on a stage of its own, and the output names it. The long runs have one try.
const everyTest = () => runTests('tests', 'npm', ['test', '--', '--retry=1'], process.env)
const longRuns = () =>
  runTests('long', process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run'], {
    ...process.env,
    SSSBOT_LONG: '1',
  })

const total = [await runChecks(), await everyTest(), await longRuns()].reduce(add, nothing)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
