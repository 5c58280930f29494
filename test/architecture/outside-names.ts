import type { ESTree } from 'vite'
import { childrenOf, parse, walk } from '../../scripts/check/syntax.ts'
import { declaredIn, type Source } from '../../scripts/check/texts/declared.ts'

/** Names that stand in databases, in Slack and in files of operators, by what bears them. */
export type OutsideNames = Record<
  'facts' | 'refusals' | 'jobs' | 'timers' | 'verbs' | 'actions and forms' | 'slots and subjects' | 'texts',
  Set<string>
>

const wordOf = (node: ESTree.Node | null | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

const nameOf = (node: ESTree.Node): string | undefined => (node.type === 'Identifier' ? node.name : wordOf(node))

/** What an object literal says under `name`. */
function nameIn(node: ESTree.Node | undefined): string | undefined {
  if (node?.type !== 'ObjectExpression') return undefined
  const named = node.properties.find((each) => each.type === 'Property' && nameOf(each.key) === 'name')
  return named?.type === 'Property' ? wordOf(named.value) : undefined
}

/** The keys of a type of records, and the words of a union, however deep they stand. */
function namesOfType(node: ESTree.Node): string[] {
  if (node.type === 'TSPropertySignature') return [nameOf(node.key) ?? '']
  if (node.type === 'TSLiteralType') return [wordOf(node.literal) ?? '']
  return childrenOf(node).flatMap((each) => namesOfType(each))
}

/** A slot or a subject as it is put together, with `*` for each gap: `ladder:*:*`. */
function pattern(node: ESTree.TemplateLiteral): string | undefined {
  const parts = node.quasis.map(({ value }) => value.cooked ?? '')
  return /^[a-z-]+:$/.test(parts[0] ?? '') ? parts.join('*') : undefined
}

/** Reads the names off the product's sources. */
export function outsideNames(sources: readonly Source[]): OutsideNames {
  const names: OutsideNames = {
    facts: new Set(),
    refusals: new Set(),
    jobs: new Set(),
    timers: new Set(),
    verbs: new Set(),
    'actions and forms': new Set(),
    'slots and subjects': new Set(),
    texts: new Set(),
  }
  const note = (kind: keyof OutsideNames, name: string | undefined) => name && names[kind].add(name)
  for (const source of sources.filter(({ path }) => /^src\/(rooms|features)\//.test(path))) {
    for (const { namespace, ja } of declaredIn(source))
      for (const key of ja.keys()) note('texts', `${namespace}.${key}`)
    walk(parse(source.path, source.text).program, (node) => {
      if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') {
        const body = node.type === 'TSInterfaceDeclaration' ? node.body : node.typeAnnotation
        const kind = { FactData: 'facts', RefusalCode: 'refusals', Refusals: 'refusals' } as const
        const bears = Object.entries(kind).find(([type]) => type === node.id.name)?.[1]
        if (bears) for (const name of namesOfType(body)) note(bears, name)
      }
      if (node.type === 'CallExpression' && nameOf(node.callee) === 'defineJob') note('jobs', wordOf(node.arguments[0]))
      if (node.type === 'VariableDeclarator' && /Timer$/.test(nameOf(node.id) ?? '')) note('timers', wordOf(node.init))
      if (node.type === 'Property' && nameOf(node.key) === 'verb') note('verbs', wordOf(node.value))
      if (node.type === 'CallExpression' && nameOf(node.callee) === 'verb') note('verbs', nameIn(node.arguments[0]))
      if (node.type === 'Property' && nameOf(node.key) === 'slot') note('slots and subjects', wordOf(node.value))
      if (node.type === 'TemplateLiteral') note('slots and subjects', pattern(node))
    })
  }
  // Facts and some texts are called so too.
  const others = new Set([...names.facts, ...sources.flatMap(declaredIn).flatMap(({ ja }) => [...ja.keys()])])
  for (const { text } of sources)
    for (const [, name = ''] of text.matchAll(/'(incident\.[a-z._-]+)'/g))
      if (!others.has(name)) note('actions and forms', name)
  return names
}
