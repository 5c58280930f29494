/** The first of many in one line, and how many there are beside them: nothing is left out without a word. */
export function listed<T>(
  all: readonly T[],
  most: number,
  words: { each(item: T): string; more(count: number): string; between?: string },
): string {
  const shown = all.slice(0, most).map(words.each)
  return [...shown, ...(all.length > most ? [words.more(all.length - most)] : [])].join(words.between ?? ' ')
}
