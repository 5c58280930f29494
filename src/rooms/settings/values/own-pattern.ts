/** A pattern of a company's own is no longer. */
export const longestPattern = 200

/** So many ways of matching are tried at one place of a text, at most. */
const mostWays = 256

/** A letter repeated more often is no name of anything. */
const mostTimes = 64

/**
 * What is wrong with a pattern that runs over every message, or undefined. Only patterns are taken whose work at each place of a text is
 * bounded, so that the time grows with the text alone: no `*`, `+` or `{n,}`, no repeated groups, no look-around, no back-references.
 */
export function patternFault(source: string): 'unreadable' | 'unbounded' | 'too-many' | undefined {
  if (source.length > longestPattern) return 'too-many'
  try {
    new RegExp(source, 'gu')
  } catch {
    // The answer: it is no pattern.
    return 'unreadable'
  }
  let ways = 1
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at)
    const unit = unitOf(rest)
    if (unit === undefined) return 'unbounded'
    const after = source.slice(at + unit.length)
    const repeat = /^(?:[*+]|\?|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/.exec(after)
    at += unit.length + (repeat?.[0].length ?? 0)
    if (unit === '|') ways *= 2
    if (!repeat) continue
    const [whole, least, comma, most] = repeat
    if (/^[*+]/.test(whole) || (comma && !most)) return 'unbounded'
    const isOptional = whole.startsWith('?')
    if (unit === ')' && !isOptional) return 'unbounded'
    const times = Number(most ?? least ?? 1)
    if (times > mostTimes) return 'too-many'
    ways *= isOptional ? 2 : times - Number(least ?? 0) + 1
  }
  return ways > mostWays ? 'too-many' : undefined
}

/** What stands at the beginning of a pattern, as one unit; undefined for what is not taken. */
function unitOf(pattern: string): string | undefined {
  if (/^\(\?(?!:)/.test(pattern) || /^\\[\dk]/.test(pattern)) return undefined
  if (pattern.startsWith('(?:')) return '(?:'
  return /^(?:\\[pP]\{[^}]{1,40}\}|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|\[(?:\\.|[^\]\\])*\]|.)/su.exec(
    pattern,
  )?.[0]
}
