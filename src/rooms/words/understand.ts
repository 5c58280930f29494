import { reached } from './fillers.ts'
import { type Heard, heardIn, type Rest, type Taken } from './heard.ts'
import { isOneSlip, standsAt } from './likeness.ts'
import { formsOf, type Phrase } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

/** One thing that can be said, and how; `keepsTimes` where its free words stand as they were said, times and all. */
export type Sayable = { key: string; phrases: readonly string[]; takes: readonly Taken[]; keepsTimes?: boolean }

/** What somebody seems to want; `isSure` where that alone was said, without a slip. */
export type Meant = { key: string; heard: Heard; isSure: boolean }

/** The lower the rank the better: `whole` says nothing else, `after` and `before` have words beside it, `sentence` more sentences. */
const ranks = { whole: 0, after: 1, before: 2, sentence: 3, slip: 10 } as const

type Found = { key: string; rank: number; size: number; rest: Rest; tokens: readonly Token[] }

const nothing: Rest = { words: [], where: 'after' }
/** A phrase further from the end than this, in pieces, does not end a sentence. */
const farthestFromEnd = 40
/** Longer than anybody speaks to a bot, in pieces; what stands behind is free words. */
const mostTokens = 8_000
const mostForSeveral = 80

/**
 * What somebody wants who writes this, of all that can be said. None: nothing is understood. Several: each may be meant. Pure, and linear in
 * the length of the text.
 */
export function understand(text: string, sayables: readonly Sayable[]): Meant[] {
  const tokens = tokensOf(text).slice(0, mostTokens)
  const several = severalIn(tokens, sayables)
  const found = several.length > 0 ? several : bestOf(tokens, sayables)
  return found.map(({ key, rank, rest, tokens: said }) => ({
    key,
    isSure: found.length === 1 && rank < ranks.sentence,
    heard: heardIn(
      text,
      said,
      rest,
      sayables.find((each) => each.key === key),
    ),
  }))
}

/** Where one thing is said after another, and each is said wholly: all of them. */
function severalIn(tokens: readonly Token[], sayables: readonly Sayable[]): Found[] {
  if (tokens.length > mostForSeveral) return []
  for (const parts of [isBreak, isBreakOrTe, isBreakOrTo]) {
    const clauses = clausesOf(tokens, parts)
    if (clauses.length < 2 || clauses.length > 5) continue
    const found = clauses.map((clause) => bestOf(clause, sayables))
    if (!found.every(([best]) => best?.rank === ranks.whole)) continue
    const all = found.flat()
    const unique = all.filter(({ key }, n) => all.findIndex((each) => each.key === key) === n)
    if (unique.length > 1) return unique
  }
  return []
}

const isBreak = ({ kind, is }: Token): boolean => kind === 'break' || ['and', 'then', '&', '+'].includes(is)
const isBreakOrTe = (token: Token): boolean => isBreak(token) || (token.kind === 'kana' && token.is === 'て')
const isBreakOrTo = (token: Token): boolean => isBreak(token) || (token.kind === 'kana' && token.is === 'と')

/** Clauses with their ends: 「更新して」 keeps its 「て」. */
function clausesOf(tokens: readonly Token[], parts: (token: Token) => boolean): Token[][] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (!isBreak(token)) clauses.at(-1)?.push(token)
    if (parts(token)) clauses.push([])
  }
  return clauses.filter((clause) => !reached(clause, 0, () => false).has(clause.length))
}

function bestOf(tokens: readonly Token[], sayables: readonly Sayable[]): Found[] {
  const withNumbers = placesIn(tokens, true)
  const without = placesIn(tokens, false)
  const found = sayables.flatMap(
    (sayable) => foundIn(tokens, sayable, sayable.takes.includes('number') ? withNumbers : without) ?? [],
  )
  const [best] = found.toSorted(better)
  return best ? found.filter((each) => better(each, best) === 0) : []
}

const better = (a: Found, b: Found): number => a.rank - b.rank || b.size - a.size

/** Where in a text a phrase may begin: over small talk from the start, or near the end; by what stands there. */
type Places = {
  skips: (token: Token) => boolean
  starts: ReadonlySet<number>
  /** By the folded token. */
  at: ReadonlyMap<string, readonly number[]>
  /** The words among them, each once. */
  words: readonly string[]
}

function placesIn(tokens: readonly Token[], takesNumber: boolean): Places {
  const skips = ({ kind }: Token) => kind === 'person' || kind === 'time' || (kind === 'number' && takesNumber)
  const starts = reached(tokens, 0, skips)
  const near = Array.from({ length: Math.min(tokens.length, farthestFromEnd) }, (_, n) => tokens.length - 1 - n)
  const at = new Map<string, number[]>()
  const words = new Set<string>()
  for (const place of [...starts, ...near.filter((each) => !starts.has(each))]) {
    const token = tokens[place]
    if (!token) continue
    at.set(token.is, [...(at.get(token.is) ?? []), place])
    if (token.kind === 'word') words.add(token.is)
  }
  return { skips, starts, at, words: [...words] }
}

/** Where a phrase may begin that begins with this piece. A word may have a slip. */
function beginningsOf(first: Phrase['pieces'][number] | undefined, { at, words }: Places): readonly number[] {
  if (!first) return []
  const exact = at.get(first.is) ?? []
  if (first.kind !== 'word') return exact
  return [
    ...exact,
    ...words.filter((word) => word !== first.is && isOneSlip(first.is, word)).flatMap((word) => at.get(word) ?? []),
  ]
}

function foundIn(tokens: readonly Token[], { key, phrases, takes }: Sayable, places: Places): Found | undefined {
  const { skips, starts } = places
  let best: Found | undefined
  for (const given of phrases) {
    for (const phrase of formsOf(given)) {
      for (const from of beginningsOf(phrase.pieces[0], places)) {
        const at = standsAt(phrase, tokens, from, skips)
        const beside = at && besideOf(tokens, { from, end: at.end, isStart: starts.has(from) }, takes, skips)
        if (!beside) continue
        const rank = ranks[beside.how] + (at.slips === 0 ? 0 : ranks.slip)
        const found = { key, size: phrase.size, rank, rest: beside.rest, tokens }
        if (!best || better(found, best) < 0) best = found
      }
    }
  }
  return best
}

const articles = new Set(['the', 'a', 'an', 'our', 'my', 'this', 'that'])

type Stands = { from: number; end: number; isStart: boolean }
type How = 'whole' | 'after' | 'before' | 'sentence'

/** What is said beside a phrase; undefined where the phrase is only a part of something else. */
function besideOf(
  tokens: readonly Token[],
  { from, end, isStart }: Stands,
  takes: readonly Taken[],
  skips: (token: Token) => boolean,
): { rest: Rest; how: How } | undefined {
  const ends = reached(tokens, end, skips)
  const isEnd = ends.has(tokens.length)
  const takesWords = takes.includes('text') || takes.includes('choice')
  if (isStart && isEnd) return { rest: nothing, how: 'whole' }
  if (isStart) {
    const parted = [...ends].filter((place) => isParted(tokens, place, end)).toSorted((a, b) => a - b)
    // A choice may follow at once: 「レベルを重大に」.
    const begin = parted[0] ?? (takes.includes('choice') ? end : undefined)
    if (begin === undefined) return undefined
    // "The update broke it" speaks of an update, and posts none.
    if (takes.includes('text') && articles.has(tokens[from - 1]?.is ?? '')) return undefined
    if (takesWords) return { rest: { words: tokens.slice(begin), where: 'after' }, how: 'after' }
    return parted.some((place) => tokens[place - 1]?.kind === 'break') ? { rest: nothing, how: 'sentence' } : undefined
  }
  if (!isEnd || !takesWords || !endsBefore(tokens, from)) return undefined
  return { rest: { words: tokens.slice(0, from), where: 'before' }, how: 'before' }
}

/** Whether the free words may begin at this place behind a phrase: a space, a mark or a person parts them off. */
function isParted(tokens: readonly Token[], place: number, end: number): boolean {
  const [before, token] = [tokens[place - 1], tokens[place]]
  if (!token) return false
  const isBehindMark = place > end && (before?.kind === 'mark' || before?.kind === 'break')
  return token.spaced || isBehindMark || token.kind === 'person'
}

/** Whether the free words may end before this phrase: a mark parts them off, or a Japanese particle joins them to it. */
function endsBefore(tokens: readonly Token[], from: number): boolean {
  const [before, phrase] = [tokens[from - 1], tokens[from]]
  if (before?.kind === 'break' || before?.kind === 'mark') return true
  const isJapanese = phrase?.kind === 'han' || phrase?.kind === 'kana' || tokens[from + 1]?.kind === 'kana'
  const isParticle = before?.kind === 'kana' && ['を', 'に', 'へ', 'と', 'て', 'は', 'も'].includes(before.is)
  return isJapanese && Boolean(isParticle || phrase?.spaced)
}
