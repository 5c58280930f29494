/** A range of a text, in code units. */
export type Range = { from: number; to: number }

/** What was found in a text, in order, without what overlaps something that begins earlier or is longer. */
export function apart<Found extends Range>(found: readonly Found[]): Found[] {
  let end = 0
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
}
