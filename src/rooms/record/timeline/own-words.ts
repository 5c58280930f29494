/** Words that are shared by chance are shorter than this, in characters. */
const shortestQuote = 6

/**
 * What somebody wrote over a message that is now deleted, if it is theirs alone: null where it repeats a piece of the message,
 * for the message was deleted so that nobody reads it any longer. Rather too much goes than too little.
 */
export function ownWords(words: string | null, original: string): string | null {
  if (words === null) return null
  const [theirs, source] = [folded(words), folded(original)]
  if (source.length === 0) return words
  const length = Math.min(shortestQuote, source.length)
  const pieces = new Set(runs(source, length))
  return runs(theirs, length).some((piece) => pieces.has(piece)) ? null : words
}

/** Letters alone: quotes are typed again with other spaces, widths and marks. */
const folded = (text: string): string[] => [
  ...text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ''),
]

const runs = (letters: readonly string[], length: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, at) => letters.slice(at, at + length).join(''))
