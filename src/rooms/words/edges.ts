import { type Token, tokensOf } from './tokens.ts'

const folded = (words: string): ReadonlySet<string> =>
  new Set(
    words.split(' ').map((word) =>
      tokensOf(word)
        .map(({ is }) => is)
        .join(''),
    ),
  )

const prepositions = folded('to by at in for until till with from next')
/** What follows a person or a time, the longest first. */
const suffixes = folded(
  'さんから さんへ さんに さんを さんと さん 様に 様を 様 までに まで 後に 後 から に を と へ は で',
)
const particles = folded('を に へ は で と も')
const longestSuffix = 4

/**
 * Free words without what joins them to the phrase that they stand before or after, and without what `goesElsewhere` at their edges: people and
 * times that have fields of their own. Within the words both stay.
 */
export function withoutEdges(
  words: readonly Token[],
  where: 'before' | 'after',
  goesElsewhere: (token: Token) => boolean,
): readonly Token[] {
  let rest = words
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = cutEnd(cutStart(rest, goesElsewhere), goesElsewhere)
  }
  const last = rest.at(-1)
  return where === 'before' && last && particles.has(last.is) ? rest.slice(0, -1) : withoutPlease(rest)
}

const isEmptyMark = ({ kind, is }: Token): boolean =>
  kind === 'break' || (kind === 'mark' && !'「」『』()（）[]"“”\'`<>#@%$+-*_~'.includes(is))

function cutStart(words: readonly Token[], goesElsewhere: (token: Token) => boolean): readonly Token[] {
  const [first, second] = words
  if (!first) return words
  if (isEmptyMark(first)) return words.slice(1)
  const at = goesElsewhere(first) ? 1 : second && prepositions.has(first.is) && goesElsewhere(second) ? 2 : 0
  if (at === 0) return words
  for (let size = longestSuffix; size > 0; size--) {
    if (suffixes.has(joined(words.slice(at, at + size)))) return words.slice(at + size)
  }
  return words.slice(at)
}

function cutEnd(words: readonly Token[], goesElsewhere: (token: Token) => boolean): readonly Token[] {
  const last = words.at(-1)
  if (!last) return words
  if (isEmptyMark(last)) return words.slice(0, -1)
  for (let size = longestSuffix; size >= 0; size--) {
    const end = words.length - size
    const special = words[end - 1]
    if (!special || !goesElsewhere(special) || (size > 0 && !suffixes.has(joined(words.slice(end))))) continue
    const before = words[end - 2]
    return words.slice(0, before && prepositions.has(before.is) ? end - 2 : end - 1)
  }
  return words
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ is }) => is).join('')

const pleases = ['please', 'pls', 'お願いします', 'よろしくお願いします'].map((words) =>
  tokensOf(words).map(({ is }) => is),
)

function withoutPlease(words: readonly Token[]): readonly Token[] {
  const said = pleases.find((please) => please.every((is, n) => words[words.length - please.length + n]?.is === is))
  return said ? words.slice(0, -said.length) : words
}
