import type { ESTree } from 'vite'
import { lineAt } from '../syntax.ts'
import { lookUp, type Meaning, type Module } from './modules.ts'
import { isFunction, type Reference, referencesIn, waits } from './references.ts'
import { surfaceFunctions } from './surfaces.ts'

/** What an unclean thing is and the names on the way to it. */
type Stain = { what: string; way: string[] }

/** What is given to everybody and answers differently from one call to the next, or reaches out. */
const unclean =
  /^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask|process|performance|console|crypto|globalThis|Date\.now|Math\.random)(\.|$)/

/** What computes and does nothing else, of packages and of Node. */
const pure = /^(zod:.*|node:crypto:createHash|node:util:isDeepStrictEqual)$/

/** Texts are looked up in a table that only the settings change; the menu, and how facts read, are put up once, when the program is loaded. */
const trusted = /^src\/(kit\/i18n\/|rooms\/(faces\/menu|record\/timeline\/put-up)\.ts$)/

/** The dotted name of a member that is read off a plain name, or the name. */
const dotted = ({ name, of }: Reference): string =>
  of?.type === 'MemberExpression' && !of.computed && of.property.type === 'Identifier'
    ? `${name}.${of.property.name}`
    : name

const asynchronous = 'is asynchronous'

/** Whether a name is given as a value, and not called. */
const isHandedOn = ({ node, of }: Reference): boolean => !(of?.type === 'CallExpression' && of.callee === node)

const asksTheTime = ({ name, node, of }: Reference): boolean =>
  name === 'Date' &&
  ((of?.type === 'NewExpression' && of.callee === node && of.arguments.length === 0) ||
    (of?.type === 'CallExpression' && of.callee === node))

/**
 * What is wrong with the functions that say what stands in Slack, as `path:line: what`, in all files of `src`. That there is no
 * such function is a problem too: then the check has gone blind.
 *
 * The types that tell them are those of the kit's Block Kit, and a slot, which holds a message.
 */
export function surfaceProblems(product: readonly Module[]): string[] {
  const modules = new Map(product.map((module) => [module.path, module]))
  const kit = modules.get('src/kit/block-kit/types.ts')
  const types = new Set(['Slot', ...(kit ? typesIn(kit) : [])])
  const seen = product.filter((module) => surfaceFunctions(module, modules, types).length > 0).length
  return seen > 0 && types.size > 1
    ? purityProblems(modules, types)
    : ['no function is found that says what stands in Slack']
}

const typesIn = ({ program }: Module): string[] =>
  program.body.flatMap((each) =>
    each.type === 'ExportNamedDeclaration' && each.declaration?.type === 'TSTypeAliasDeclaration'
      ? [each.declaration.id.name]
      : [],
  )

/**
 * The problems of the functions whose type is among these: each must be synchronous, and nothing
 * that it calls may wait, ask for time or chance, keep state or reach a database, a file or the network. Calls are followed
 * by name through all files given; methods of objects that are passed in are not seen.
 */
function purityProblems(modules: ReadonlyMap<string, Module>, surfaceTypes: ReadonlySet<string>): string[] {
  const judged = new Map<ESTree.Node, Stain | undefined>()

  const judge = (node: ESTree.Node, module: Module): Stain | undefined => {
    if (judged.has(node)) return judged.get(node)
    // Whoever calls itself is as clean as the rest of it.
    judged.set(node, undefined)
    const stain = look(node, module)
    judged.set(node, stain)
    return stain
  }

  const look = (node: ESTree.Node, module: Module): Stain | undefined => {
    const held = node.type === 'VariableDeclarator' ? node.init : node
    if (held && waits(held)) return { what: asynchronous, way: [] }
    const isTable = held !== null && !isFunction(held) && held.type !== 'ClassDeclaration'
    for (const reference of referencesIn(node, (fn) => !waits(fn))) {
      const stain = lookAt(reference, module)
      // A table of verbs names what each of them does, and whoever reads a label there does not do it.
      if (stain && !(isTable && stain.what === asynchronous && isHandedOn(reference))) return stain
    }
    return undefined
  }

  const lookAt = (reference: Reference, module: Module): Stain | undefined => {
    const { name } = reference
    const meaning = module.names.get(name)
    if (meaning) {
      const stain = follow(meaning, module)
      return stain && { ...stain, way: [name, ...stain.way] }
    }
    if (unclean.test(dotted(reference))) return { what: 'is not a matter of state', way: [dotted(reference)] }
    return asksTheTime(reference) ? { what: 'asks for the time', way: ['Date'] } : undefined
  }

  const follow = (meaning: Meaning, module: Module): Stain | undefined => {
    if (meaning.is === 'here') {
      const changes = module.program.body.some(
        (each) =>
          each.type === 'VariableDeclaration' &&
          each.kind === 'let' &&
          each.declarations.some((one) => one === meaning.node),
      )
      return changes ? { what: 'is a variable that changes', way: [] } : judge(meaning.node, module)
    }
    if (trusted.test(meaning.from) || pure.test(`${meaning.from}:${meaning.name}`)) return undefined
    const found = lookUp(modules, meaning)
    if (found === 'outside') return { what: `comes from ${meaning.from}`, way: [] }
    return found && follow({ is: 'here', node: found.node }, found.module)
  }

  return [...modules.values()].flatMap((module) =>
    surfaceFunctions(module, modules, surfaceTypes).flatMap(({ name, node }) => {
      const stain = judge(node, module)
      if (!stain) return []
      const way = stain.way.length > 0 ? `: ${stain.way.join(' → ')}` : ' itself'
      return [
        `${module.path}:${lineAt(module.text, node.start)}: ${name} says what stands in Slack and is not pure${way} ${stain.what}`,
      ]
    }),
  )
}
