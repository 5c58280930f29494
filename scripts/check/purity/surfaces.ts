import type { ESTree } from 'vite'
import { walk } from '../syntax.ts'
import { lookUp, type Module } from './modules.ts'
import { type FunctionNode, isFunction, waits } from './references.ts'

/** A function that says what stands in Slack. */
export type Surface = { name: string; node: FunctionNode }

const wholes = new Set(['MessageContent'])
const blocks = new Set(['section', 'header', 'context', 'divider', 'actions', 'rich_text', 'modal', 'home'])

const mentions = (type: ESTree.Node | null | undefined, names: ReadonlySet<string>): boolean => {
  let found = false
  if (type)
    walk(type, (node) => {
      if (node.type === 'TSTypeReference' && node.typeName.type === 'Identifier')
        found ||= names.has(node.typeName.name)
    })
  return found
}

/** Whether its type says that it answers with something for Slack. One that promises such a thing fetches it: it may not make it. */
const answersSurface = (fn: FunctionNode, parent: ESTree.Node | undefined, types: ReadonlySet<string>): boolean => {
  // The slots of a face: their type is said where a face is declared.
  if (parent?.type === 'Property' && parent.key.type === 'Identifier' && parent.key.name === 'slots') return true
  const declared =
    parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.typeAnnotation : null
  const said = declared?.typeAnnotation.type === 'TSFunctionType' ? declared.typeAnnotation.returnType : fn.returnType
  return mentions(said, types) && !mentions(said, new Set(['Promise']))
}

/** Whether a property of an object makes it a block, or something that holds blocks. */
const spellsOut = (each: ESTree.Node): boolean => {
  if (each.type !== 'Property' || each.key.type !== 'Identifier') return false
  // To hand on the blocks of a message that is made (`blocks: content.blocks`) is to make none.
  if (each.key.name === 'blocks') return each.value.type !== 'MemberExpression'
  return each.key.name === 'type' && each.value.type === 'Literal' && blocks.has(String(each.value.value))
}

/**
 * Whether a node is where a block, a form or a part of one is made: by a function of the kit, or spelled out. A whole message
 * by one call is none: a door may say in one line what went wrong.
 */
function makes(
  node: ESTree.Node,
  module: Module,
  modules: ReadonlyMap<string, Module>,
  types: ReadonlySet<string>,
): boolean {
  if (node.type === 'ObjectExpression') return node.properties.some(spellsOut)
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false
  const meaning = module.names.get(node.callee.name)
  if (meaning?.is !== 'import' || !/^src\/kit\/block-kit\//.test(meaning.from)) return false
  const found = lookUp(modules, meaning)
  if (!found || found === 'outside') return false
  const made = found.node.type === 'VariableDeclarator' ? found.node.init : found.node
  return made !== null && isFunction(made) && mentions(made.returnType, types) && !mentions(made.returnType, wholes)
}

const nameOf = (fn: FunctionNode, around: readonly ESTree.Node[]): string => {
  if (fn.id) return fn.id.name
  const holder = around.findLast((each) => /^(VariableDeclarator|Property|MethodDefinition)$/.test(each.type))
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name
  if (holder?.type === 'Property' && holder.key.type === 'Identifier') return holder.key.name
  return 'a function'
}

/**
 * The functions of a file that say what stands in Slack: those whose type says so, and around everything that makes a block
 * the outermost function that waits; where none waits, the outermost.
 */
export function surfaceFunctions(
  module: Module,
  modules: ReadonlyMap<string, Module>,
  types: ReadonlySet<string>,
): Surface[] {
  const found = new Map<FunctionNode, string>()
  walk(module.program, (node, around) => {
    if (isFunction(node) && answersSurface(node, around.at(-1), types)) found.set(node, nameOf(node, around))
    if (!makes(node, module, modules, types)) return
    const functions = around.filter(isFunction)
    const maker = functions.find(waits) ?? functions[0]
    if (maker) found.set(maker, nameOf(maker, around.slice(0, around.indexOf(maker))))
  })
  return [...found].map(([node, name]) => ({ name, node }))
}
