/**
 * Scores the assistant without a model, and each configured one, on cases whose facts are known. Usage: npm run eval, or
 * npm run eval -- --cases DIR --model NAME --json --verbose. A folder of a company's own cases is read from there and sent nowhere, unless a
 * model is named that leads outside.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { contendersOf } from './contenders.ts'
import { CaseProblem, readCases } from './read.ts'
import { asTable, details } from './report.ts'
import { score } from './score.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const shipped = fileURLToPath(new URL('./cases', import.meta.url))

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: shipped },
      model: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  })
  const cases = readCases(values.cases)
  const results = []
  for (const contender of contendersOf(values.model, () => readConfig(process.env, root))) {
    results.push({ name: contender.name, grades: await score(contender, cases) })
  }
  if (values.json) console.log(JSON.stringify(results, null, 2))
  else {
    console.log(asTable(results))
    if (values.verbose) for (const { name, grades } of results) console.log(`\n${name}\n${details(grades)}`)
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const isTheirs = error instanceof CaseProblem || (error instanceof TypeError && 'code' in error)
  if (!isTheirs) throw error
  console.error(`sssbot: ${error.message}`)
  process.exitCode = 1
}
