import { type ESTree, parseSync } from 'vite'

/** A comment of the source: from where to where. */
type Comment = { start: number; end: number }

/** What a check found in a file: where, as an offset, and what is wrong. */
export type Offence = { at: number; what: string }

/** A node of the syntax tree together with the nodes around it, the outermost first. */
type Visit = (node: ESTree.Node, around: readonly ESTree.Node[]) => void

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The nodes directly below one, in the order of the source. */
export const childrenOf = (node: ESTree.Node): ESTree.Node[] => Object.values(node).flat().filter(isNode)

/** Calls `visit` for the node and everything below it. */
export function walk(node: ESTree.Node, visit: Visit, around: readonly ESTree.Node[] = []): void {
  visit(node, around)
  const inside = [...around, node]
  for (const child of childrenOf(node)) walk(child, visit, inside)
}

/** Parses a TypeScript file. Throws where it cannot be parsed: an unread file is no passed file. */
export function parse(path: string, text: string): { program: ESTree.Program; comments: Comment[] } {
  const { program, comments, errors } = parseSync(path, text, { preserveParens: false })
  if (errors.length > 0) throw new Error(`${path}: cannot be parsed: ${errors[0]?.message}`)
  return { program, comments }
}

/** The number of the line at an offset, from 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
