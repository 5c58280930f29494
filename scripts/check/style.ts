import type { ESTree } from 'vite'
import { lineAt, type Offence, parse, walk } from './syntax.ts'

const isTest = /\.(test|samples)\.tsx?$|^test\/|\/test\/|\/testing\//
const isStore = /\/store\.ts$/

/** Literals that are spread into a literal of their kind, which only saves lines: what is one thing to a reader stands once. */
const literalSpreads = (program: ESTree.Program): Offence[] => {
  const found: Offence[] = []
  walk(program, (node, around) => {
    const isLiteral = node.type === 'SpreadElement' && /^(Object|Array)Expression$/.test(node.argument.type)
    if (isLiteral && node.argument.type === around.at(-1)?.type)
      found.push({ at: node.start, what: 'spreads a literal into a literal: write its parts, one a line' })
  })
  return found
}

const isUnknown = (type: ESTree.TSType): boolean =>
  type.type === 'TSUnknownKeyword' || (type.type === 'TSArrayType' && isUnknown(type.elementType))

/** `key in texts ? texts[key as Key] : …`: the question beside it has shown it, and TypeScript narrows no name by `in`. */
const isAsked = (node: ESTree.TSAsExpression, around: readonly ESTree.Node[]): boolean =>
  around.some(
    (each, at) =>
      each.type === 'ConditionalExpression' &&
      each.consequent === (around[at + 1] ?? node) &&
      each.test.type === 'BinaryExpression' &&
      each.test.operator === 'in' &&
      each.test.left.type === 'Identifier' &&
      node.expression.type === 'Identifier' &&
      each.test.left.name === node.expression.name,
  )

/**
 * What nobody has to explain: that a literal is one, that nothing is known of a value, a list of words widened to be asked for
 * any word, the keys of our own object, what the line has asked before, and how a store reads a column.
 */
const isPlain = (node: ESTree.TSAsExpression, path: string, around: readonly ESTree.Node[]): boolean => {
  const { typeAnnotation: type, expression } = node
  const isConst =
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  const isKeys =
    expression.type === 'CallExpression' &&
    expression.callee.type === 'MemberExpression' &&
    expression.callee.object.type === 'Identifier' &&
    expression.callee.object.name === 'Object' &&
    expression.callee.property.type === 'Identifier' &&
    expression.callee.property.name === 'keys'
  const parent = around.at(-1)
  const isLookedIn =
    parent?.type === 'MemberExpression' && parent.property.type === 'Identifier' && parent.property.name === 'includes'
  // A column of text holds only the words that its check constraint lists.
  const isColumn = isStore.test(path) && /^(Identifier|MemberExpression)$/.test(expression.type)
  return isConst || isKeys || isLookedIn || isColumn || isUnknown(type) || isAsked(node, around)
}

const isCast = (node: ESTree.Node): node is ESTree.TSAsExpression | ESTree.TSNonNullExpression =>
  node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression'

/** Casts without a comment on a line of theirs, or on the line above. */
function unexplainedCasts(path: string, text: string): Offence[] {
  const { program, comments } = parse(path, text)
  const explained = new Set(comments.flatMap(({ start, end }) => [lineAt(text, start), lineAt(text, end) + 1]))
  const found: Offence[] = []
  walk(program, (node, around) => {
    if (!isCast(node) || (node.type === 'TSAsExpression' && isPlain(node, path, around))) return
    const [first, last] = [lineAt(text, node.start), lineAt(text, node.end)]
    if (explained.has(first) || explained.has(last)) return
    found.push({ at: node.end, what: '`as` and `!` need a reason beside them: narrow, or say why it holds' })
  })
  return found
}

/** What a file does against the rules of STYLE.md on casts and spreads, as `path:line: what`. Tests may cast. */
export function styleProblems(path: string, text: string): string[] {
  const offences = [
    ...literalSpreads(parse(path, text).program),
    ...(isTest.test(path) ? [] : unexplainedCasts(path, text)),
  ]
  return offences.map(({ at, what }) => `${path}:${lineAt(text, at)}: ${what}`)
}
