import { posix } from 'node:path'
import type { ESTree } from 'vite'
import { parse } from '../syntax.ts'

/** What a name of a file means: something declared here, or the name that another module gives out. */
export type Meaning = { is: 'here'; node: ESTree.Node } | { is: 'import'; from: string; name: string }

/** One file: its names at the top, what it gives out, and modules that it passes on whole. */
export type Module = {
  path: string
  text: string
  program: ESTree.Program
  names: Map<string, Meaning>
  exports: Map<string, Meaning>
  passedOn: string[]
}

/** `*` stands for everything that a module gives out. */
const importedName = (name: ESTree.ModuleExportName) => (name.type === 'Identifier' ? name.name : name.value)

/** Where an import leads: a path of the project, or the name of a package. */
const target = (path: string, source: string): string =>
  source.startsWith('.') ? posix.join(posix.dirname(path), source) : source

const declared = (node: ESTree.Node): [string, ESTree.Node][] => {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap((one) => namesIn(one.id).map((name): [string, ESTree.Node] => [name, one]))
  const isNamed = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration'
  return isNamed && node.id ? [[node.id.name, node]] : []
}

/** The names that a pattern of a declaration or a parameter binds. */
export function namesIn(pattern: ESTree.Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn(each.type === 'Property' ? each.value : each.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => namesIn(each))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}

/** Reads a file's names. What is imported or passed on as a type alone has no part in what happens, and is left out. */
export function readModule(path: string, text: string): Module {
  const { program } = parse(path, text)
  const module: Module = { path, text, program, names: new Map(), exports: new Map(), passedOn: [] }
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') readImport(module, statement)
    else if (statement.type === 'ExportAllDeclaration' && statement.exportKind !== 'type')
      module.passedOn.push(target(path, statement.source.value))
    else if (statement.type === 'ExportNamedDeclaration') readExport(module, statement)
    else for (const [name, node] of declared(statement)) module.names.set(name, { is: 'here', node })
  }
  return module
}

function readImport(module: Module, { importKind, source, specifiers }: ESTree.ImportDeclaration): void {
  if (importKind === 'type') return
  const from = target(module.path, source.value)
  for (const each of specifiers) {
    if (each.type === 'ImportSpecifier' && each.importKind === 'type') continue
    const name =
      each.type === 'ImportSpecifier'
        ? importedName(each.imported)
        : each.type === 'ImportDefaultSpecifier'
          ? 'default'
          : '*'
    module.names.set(each.local.name, { is: 'import', from, name })
  }
}

function readExport(module: Module, statement: ESTree.ExportNamedDeclaration): void {
  if (statement.declaration)
    for (const [name, node] of declared(statement.declaration)) {
      module.names.set(name, { is: 'here', node })
      module.exports.set(name, { is: 'here', node })
    }
  if (statement.exportKind === 'type') return
  for (const { local, exported, exportKind } of statement.specifiers) {
    if (exportKind === 'type') continue
    const name = importedName(local)
    const meaning: Meaning | undefined = statement.source
      ? { is: 'import', from: target(module.path, statement.source.value), name }
      : module.names.get(name)
    if (meaning) module.exports.set(importedName(exported), meaning)
  }
}

/** Where a name that is imported was declared; `outside` for what no file of the project declares. */
export function lookUp(
  modules: ReadonlyMap<string, Module>,
  { from, name }: { from: string; name: string },
): { module: Module; node: ESTree.Node } | 'outside' | undefined {
  const module = modules.get(from)
  if (!module) return 'outside'
  const meaning = module.exports.get(name)
  if (meaning?.is === 'here') return { module, node: meaning.node }
  if (meaning) return lookUp(modules, meaning)
  for (const passed of module.passedOn) {
    const found = lookUp(modules, { from: passed, name })
    if (found && found !== 'outside') return found
  }
  // A type, or all of a module by one name.
  return name === '*' ? { module, node: module.program } : undefined
}
