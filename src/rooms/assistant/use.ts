import type { Draft } from './store.ts'

/** What became of a draft: sent as it was, after an edit, or in other words. */
export type Use = 'as-is' | 'edited' | 'dropped'

/** From here on people have worked with what was proposed. */
const edited = 0.5

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, ' ').trim()

/** Every two letters that stand together, by how often. Linear, in any script. */
function pairsOf(words: string): Map<string, number> {
  const letters = [...words]
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = `${letters[at]}${letters[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** How much of what was proposed stands in what was sent, from 0 to 1. */
function kept(proposed: string, sent: string): number {
  const [before, after] = [pairsOf(proposed), pairsOf(sent)]
  let all = 0
  let found = 0
  for (const [pair, count] of before) {
    all += count
    found += Math.min(count, after.get(pair) ?? 0)
  }
  return all === 0 ? 0 : found / all
}

/** What became of one proposed text; nothing was sent where somebody emptied the field. */
export function becameOf(proposed: string, sent: string | null | undefined): Use {
  const [before, after] = [plain(proposed), plain(sent ?? '')]
  if (before === after) return 'as-is'
  return kept(before, after) >= edited ? 'edited' : 'dropped'
}

/**
 * What became of a draft, by purpose. A form of one text tells one thing, and the form of all gaps one of each gap in which somebody wrote
 * something: what they left empty they have not decided.
 */
export function becameOfAll(
  { purpose, fields }: Pick<Draft, 'purpose' | 'fields'>,
  sent: Readonly<Record<string, unknown>>,
): [purpose: string, use: Use][] {
  const said = (field: string) => (typeof sent[field] === 'string' ? sent[field] : null)
  const each = Object.entries(fields).map(([field, words]) => ({ field, words, sent: said(field) }))
  if (purpose === 'gaps') {
    const written = each.filter(({ sent }) => sent)
    return written.map(({ field, words, sent }): [string, Use] => [`gap:${field}`, becameOf(words, sent)])
  }
  const found = new Set(each.map(({ words, sent }) => becameOf(words, sent)))
  const [only] = found
  return only ? [[purpose, found.size === 1 ? only : 'edited']] : []
}
