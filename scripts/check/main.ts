/**
 * The fast check: seconds, and no database. Prints one line for each check with its time, and what the failed ones found.
 * Usage: npm run check
 */
import { run, told } from './check.ts'
import { checks } from './checks.ts'

const colour = process.stdout.isTTY ?? false
const began = performance.now()
const outcomes = await Promise.all(
  checks.map(async (check) => {
    const outcome = await run(check)
    console.log(told(outcome, colour))
    return outcome
  }),
)
const failed = outcomes.filter(({ problems }) => problems.length > 0).length
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(`\n${outcomes.length - failed} checks passed, ${failed} failed (${seconds} s)`)
process.exitCode = failed === 0 ? 0 : 1
