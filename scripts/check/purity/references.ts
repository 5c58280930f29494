import type { ESTree } from 'vite'
import { childrenOf } from '../syntax.ts'
import { namesIn } from './modules.ts'

/** A name that is used, and where. Members are joined by a dot as far as they are plain: `Date.now`. */
export type Reference = { name: string; at: number; node: ESTree.Node; of: ESTree.Node | undefined }

export type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression

export const isFunction = (node: ESTree.Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'

/** Whether a node is a function whose answer has to be waited for, as far as it says so itself. */
export function waits(node: ESTree.Node): boolean {
  if (!isFunction(node)) return false
  const said = node.returnType?.typeAnnotation
  const isPromise =
    said?.type === 'TSTypeReference' && said.typeName.type === 'Identifier' && said.typeName.name === 'Promise'
  return node.async || isPromise
}

/** Names declared directly in a function, in whatever block: blocks are not told apart. */
function localsOf(fn: FunctionNode): Set<string> {
  const locals = new Set(fn.params.flatMap((each) => namesIn(each)))
  const look = (node: ESTree.Node): void => {
    if (node.type === 'VariableDeclaration')
      for (const { id } of node.declarations) namesIn(id).map((name) => locals.add(name))
    if (node.type === 'FunctionDeclaration' && node.id) locals.add(node.id.name)
    if (node.type === 'CatchClause') namesIn(node.param).map((name) => locals.add(name))
    if (!isFunction(node)) childrenOf(node).map(look)
  }
  if (fn.body) childrenOf(fn.body).map(look)
  return locals
}

const isType = (node: ESTree.Node) =>
  node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|Instantiation)Expression$/.test(node.type)

/**
 * The names from outside that a node's code uses, functions within it included; types aside. `enters` may leave out a function
 * within it.
 */
export function referencesIn(root: ESTree.Node, enters: (fn: FunctionNode) => boolean = () => true): Reference[] {
  const found: Reference[] = []
  const look = (node: ESTree.Node, locals: ReadonlySet<string>, of: ESTree.Node | undefined): void => {
    if (isType(node)) return
    if (node.type === 'Identifier') {
      if (!locals.has(node.name)) found.push({ name: node.name, at: node.start, node, of })
      return
    }
    if (isFunction(node)) {
      if (node !== root && !enters(node)) return
      const inside = new Set([...locals, ...localsOf(node)])
      for (const child of [...node.params, node.body]) if (child) look(child, inside, node)
      return
    }
    if (node.type === 'MemberExpression') {
      look(node.object, locals, node)
      if (node.computed) look(node.property, locals, node)
      return
    }
    if (node.type === 'Property' || node.type === 'PropertyDefinition' || node.type === 'MethodDefinition') {
      if (node.computed) look(node.key, locals, node)
      if (node.value) look(node.value, locals, node)
      return
    }
    for (const child of childrenOf(node)) look(child, locals, node)
  }
  look(root, new Set(), undefined)
  return found
}
