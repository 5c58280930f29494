/**
 * Everything, as a release needs it: the fast checks, all tests, and the long fault runs. Goes on after a failure, and
 * closes with the true counts of checks and tests.
 * Usage: npm run ci
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
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

/** Runs one command of tests to its end, and counts what the report that it leaves in `folder` says. */
const runTests = async (folder: string, command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Count> => {
  const report = join(root, folder, 'tests.json')
  rmSync(report, { force: true })
  const code = await new Promise<number>((resolve) => {
    const child = spawn(command, [...args, '--into', folder], { cwd: root, stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('exit', (ended) => resolve(ended ?? 1))
  })
  return countOf(report, code)
}

// The tests are run by the very command that the README tells people to type. On a busy machine a story may fail for want of
// time: it is told once more, and the last screen names it. The long runs do the same.
const everyTest = () => runTests('.build', 'npm', ['test', '--', '--retry=1'], process.env)
const longRuns = () =>
  runTests('.build/long', process.execPath, [join(root, 'scripts', 'test', 'main.ts'), '--retry=1'], {
    ...process.env,
    SSSBOT_LONG: '1',
  })

const total = [await runChecks(), await everyTest(), await longRuns()].reduce(add, nothing)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
