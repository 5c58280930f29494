import { type Token, tokensOf } from './tokens.ts'

const folded = (text: string): string =>
  tokensOf(text)
    .filter(({ kind }) => kind !== 'mark' && kind !== 'break')
    .map(({ is }) => is)
    .join('')

const isSmall = ({ kind, is }: Token): boolean =>
  kind === 'mark' || kind === 'break' || /^(を|に|へ|は|か|て|の|to|as|is|the|して|team|ちーむ)$/.test(is)

/**
 * Which of several named things some words speak of: the one with the longest name among them, or the only one of whose name they are a part.
 * `isAll`: they say little else.
 */
export function namedIn(
  text: string,
  things: readonly { value: string; names: readonly string[] }[],
): { value: string; isAll: boolean } | undefined {
  const said = folded(text)
  const whole = things
    .flatMap(({ value, names }) => names.map((name) => ({ value, name: folded(name) })))
    .filter(({ name }) => name.length > 1 && said.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (whole) return { value: whole.value, isAll: said.length - whole.name.length <= 4 }
  const core = folded(withoutSmall(text))
  if (core.length < 2) return undefined
  const partly = things.filter(({ names }) => names.some((name) => folded(name).includes(core)))
  return partly.length === 1 && partly[0] ? { value: partly[0].value, isAll: true } : undefined
}

function withoutSmall(text: string): string {
  const tokens = tokensOf(text)
  let [from, to] = [0, tokens.length]
  while (from < to && isSmallAt(tokens[from])) from++
  while (to > from && isSmallAt(tokens[to - 1])) to--
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first && last && from < to ? text.slice(first.from, last.to) : ''
}

const isSmallAt = (token: Token | undefined): boolean => !token || isSmall(token)
