import { posix } from 'node:path'
import type { ESTree } from 'vite'
import { parse, walk } from '../syntax.ts'

/** A file of the source, by its path. */
export type Source = { path: string; text: string }

/** One namespace as it is written down; `odd` is what cannot be read off the source. */
export type Declared = {
  path: string
  namespace: string
  ja: Map<string, string>
  en: Map<string, string>
  odd: string[]
}

/** What is written out: a literal, a template without gaps, or such put together. */
function written(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'TemplateLiteral')
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? '') : undefined
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined
  const [left, right] = [written(node.left), written(node.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

const keyOf = ({ key, computed }: ESTree.ObjectProperty): string | undefined =>
  computed ? undefined : key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined

/** The properties of an object by their names; what has none is odd. */
function properties(node: ESTree.Node | undefined, odd: string[]): Map<string, ESTree.Node> {
  const found = new Map<string, ESTree.Node>()
  if (node?.type !== 'ObjectExpression') odd.push('not everything is written out in the call of defineTexts')
  else
    for (const each of node.properties) {
      const key = each.type === 'Property' ? keyOf(each) : undefined
      if (each.type === 'Property' && key !== undefined) found.set(key, each.value)
      else odd.push('a key is not written out')
    }
  return found
}

function language(node: ESTree.Node | undefined, odd: string[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const [key, value] of properties(node, odd)) {
    const text = written(value)
    if (text === undefined) odd.push(`${key} is not written out`)
    else words.set(key, text)
  }
  return words
}

/** The texts that a file declares, whatever it is called and however it names them. */
export function declaredIn({ path, text }: Source): Declared[] {
  const found: Declared[] = []
  walk(parse(path, text).program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'defineTexts')
      return
    const odd: string[] = []
    const [namespace, texts] = node.arguments
    const named = namespace && written(namespace)
    if (!named) odd.push('its namespace is not written out')
    const languages = properties(texts, odd)
    const [ja, en] = [language(languages.get('ja'), odd), language(languages.get('en'), odd)]
    found.push({ path, namespace: named ?? '?', ja, en, odd })
  })
  return found
}

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** What a file may ask texts for: the words in quotes, and patterns for names that are put together, such as `error.${code}`. */
export function askedIn({ path, text }: Source): { words: Set<string>; patterns: RegExp[] } {
  const [words, patterns]: [Set<string>, RegExp[]] = [new Set(), []]
  walk(parse(path, text).program, (node, around) => {
    if (
      around.some(
        (each) =>
          each.type === 'CallExpression' && each.callee.type === 'Identifier' && each.callee.name === 'defineTexts',
      )
    )
      return
    if (node.type === 'Literal' && typeof node.value === 'string') words.add(node.value)
    if (node.type !== 'TemplateLiteral') return
    const parts = node.quasis.map(({ value }) => value.cooked ?? '')
    // One that begins with its gap and has hardly a word could be anything.
    if (/^[\w-]+[.-]/.test(parts[0] ?? '') || parts.some((part) => /\w{6}/.test(part)))
      patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`))
  })
  return { words, patterns }
}

/** Whether a file may speak with the texts of another: it lies in the same folder, or further down. */
export const isWithin = (path: string, declaredAt: string): boolean => path.startsWith(`${posix.dirname(declaredAt)}/`)
