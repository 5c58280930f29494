import { type ESTree, parseSync, Visitor } from 'vite'

/** What a source file may not do, and why. */
type Offence = { at: number; what: string }

const isTest = /\.test\.[a-z]+$|^test\/|^bench\/|\/test\//
/** config.ts says what the variables mean; the entries hand them over. */
const mayReadEnvironment =
  /^src\/(config|main)\.ts$|^sandbox\/main\.ts$|^sandbox\/web\/|^eval\/main\.ts$|^scripts\/|^[^/]+\.(ts|mjs)$/
const isProduct = /^src\//
const isClock = /^src\/kit\/clock\.ts$/

/** SQL's own clocks: time is a parameter of every statement, so that tests can jump. */
const sqlClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b/i

const timers = new Set(['setTimeout', 'setInterval'])

const isNamed = (node: ESTree.Node, name: string) => node.type === 'Identifier' && node.name === name

const memberOf = (node: ESTree.MemberExpression): string | undefined =>
  node.property.type === 'Identifier' && node.object.type === 'Identifier'
    ? `${node.object.name}.${node.property.name}`
    : undefined

const environmentReads = (program: ESTree.Program): Offence[] => {
  const found: Offence[] = []
  new Visitor({
    MemberExpression(node) {
      if (memberOf(node) === 'process.env')
        found.push({ at: node.start, what: 'reads process.env: src/config.ts does, and main hands it over' })
    },
  }).visit(program)
  return found
}

const clockReads = (program: ESTree.Program): Offence[] => {
  const found: Offence[] = []
  const why = 'time comes from kit/clock, so that tests control it'
  new Visitor({
    MemberExpression(node) {
      if (memberOf(node) === 'Date.now') found.push({ at: node.start, what: `calls Date.now(): ${why}` })
    },
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) {
        found.push({ at: node.start, what: `asks new Date() for the time: ${why}` })
      }
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && timers.has(node.callee.name)) {
        found.push({ at: node.start, what: `calls ${node.callee.name}: ${why}` })
      }
    },
    ImportDeclaration(node) {
      if (/^(node:)?timers(\/promises)?$/.test(node.source.value)) {
        found.push({ at: node.start, what: `imports ${node.source.value}: ${why}` })
      }
    },
  }).visit(program)
  return found
}

const sqlClocks = (program: ESTree.Program): Offence[] => {
  const found: Offence[] = []
  const look = (text: string, at: number) => {
    const hit = sqlClock.exec(text)?.[0]
    if (hit) found.push({ at, what: `asks the database for the time (${hit}): pass clock.now() as a parameter` })
  }
  new Visitor({
    TemplateElement(node) {
      look(node.value.raw, node.start)
    },
    Literal(node) {
      if (typeof node.value === 'string') look(node.value, node.start)
    },
  }).visit(program)
  return found
}

const rules: { applies: (path: string) => boolean; find: (program: ESTree.Program) => Offence[] }[] = [
  { applies: (path) => !mayReadEnvironment.test(path) && !isTest.test(path), find: environmentReads },
  { applies: (path) => isProduct.test(path) && !isClock.test(path) && !isTest.test(path), find: clockReads },
  { applies: (path) => isProduct.test(path) && !isTest.test(path), find: sqlClocks },
]

/** What a TypeScript file of the project does against the rules on time and environment, as `path:line: what`. */
export const sourceProblems = (path: string, text: string): string[] => {
  const due = rules.filter(({ applies }) => applies(path))
  if (due.length === 0) return []
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) return [`${path}: cannot be parsed: ${errors[0]?.message}`]
  const line = (at: number) => text.slice(0, at).split('\n').length
  return due.flatMap(({ find }) => find(program).map(({ at, what }) => `${path}:${line(at)}: ${what}`))
}

/** What a migration does against the rule on time. SQL comments are free to speak of it. */
export const migrationProblems = (path: string, sql: string): string[] =>
  sql.split('\n').flatMap((line, index) => {
    const hit = sqlClock.exec(line.replace(/--.*$/, ''))?.[0]
    return hit ? [`${path}:${index + 1}: asks the database for the time (${hit}): the clock is a parameter`] : []
  })
