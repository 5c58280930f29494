/**
 * Compares the stories of two runs by name, with the database left out: which went, which came, and which run on other
 * databases than before. Fails where one went that the list of expected names lacks.
 * Usage: node scripts/test/compare.ts before.json after.json [--expected <file>]
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Change, compare, expectedNames, type Report } from './stories.ts'

const readReport = (file: string): Report => JSON.parse(readFileSync(file, 'utf8'))

const { positionals, values } = parseArgs({ allowPositionals: true, options: { expected: { type: 'string' } } })
const [before, after] = positionals
if (!before || !after || positionals.length > 2) {
  console.error('Usage: node scripts/test/compare.ts before.json after.json [--expected <file>]')
  process.exitCode = 2
} else {
  const { went, came, moved } = compare(readReport(before), readReport(after))
  const expected = values.expected ? expectedNames(readFileSync(values.expected, 'utf8')) : new Set<string>()
  const surprising = went.filter(({ name }) => !expected.has(name))
  const settled = went.filter(({ name }) => expected.has(name))
  const gone = new Set(went.map(({ name }) => name))
  const stale = [...expected].filter((name) => !gone.has(name))

  const tell = (title: string, changes: Change[], line: (change: Change) => string) => {
    console.log(`${title}: ${changes.length}`)
    for (const change of changes) console.log(`  ${change.name}  [${line(change)}]`)
  }
  const both = ({ before, after }: Change) => `${before || 'nowhere'} → ${after || 'nowhere'}`
  tell('Went', surprising, (change) => `${both(change)}; ${change.file}`)
  if (values.expected) tell('Went, as expected', settled, both)
  tell('Came', came, both)
  for (const [way, changes] of Map.groupBy(moved, both)) tell(`Now ${way}`, changes, both)
  for (const name of stale) console.log(`Expected to go, but still there (or never was): ${name}`)
  process.exitCode = surprising.length === 0 ? 0 : 1
}
