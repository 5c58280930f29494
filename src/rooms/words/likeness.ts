import { isSmallWord, longEnough, type Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Where a phrase ends that begins at `from`, and how many slips of the hand it has: one at most. */
export type Likeness = { end: number; slips: 0 | 1 }

/**
 * Whether a phrase stands at a place of a text. Between its pieces may stand small words, marks, and what `skips` says. One slip is forgiven: a letter
 * of a word of at least five, or a kana of a phrase with at least five.
 */
export function standsAt(
  { pieces, mayKanaSlip }: Phrase,
  tokens: readonly Token[],
  from: number,
  skips: (token: Token) => boolean,
): Likeness | undefined {
  const [first, begin] = [pieces[0], tokens[from]]
  if (!first || !begin) return undefined
  if (first.is !== begin.is && (first.kind !== 'word' || !isOneSlip(first.is, begin.is))) return undefined
  const walk = (n: number, at: number, slips: 0 | 1): Likeness | undefined => {
    const [wanted, token] = [pieces[n], tokens[at]]
    if (!wanted) return { end: at, slips }
    if (!token) return undefined
    if (token.is === wanted.is) return walk(n + 1, at + 1, slips)
    const over =
      n > 0 && (isSmallWord(token) || token.kind === 'mark' || token.kind === 'break' || skips(token))
        ? walk(n, at + 1, slips)
        : undefined
    if (over || slips === 1) return over
    if (wanted.kind === 'word' && token.kind === 'word' && isOneSlip(wanted.is, token.is)) return walk(n + 1, at + 1, 1)
    if (!mayKanaSlip || n === 0 || wanted.kind !== 'kana') return undefined
    const leftOut = walk(n + 1, at, 1)
    return leftOut ?? (token.kind === 'kana' ? (walk(n + 1, at + 1, 1) ?? walk(n, at + 1, 1)) : undefined)
  }
  return walk(0, from, 0)
}

/** Whether two words differ by one letter put in, left out, changed, or by two that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < longEnough || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
