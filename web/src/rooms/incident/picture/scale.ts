/** A stretch in which nothing happened, drawn shorter than it was. In milliseconds. */
export type Break = { from: number; to: number }

/** A stretch is shortened that lasts so many times as long as all others together: on a screen they would be a finger wide. */
const timesAsLong = 15
/** What lasted less long needs no shortening: of an incident that has just begun all stretches are seconds. In milliseconds. */
const leastMs = 3_600_000
/** More would be no scale any more. */
const mostBreaks = 2

/**
 * Which stretches between moments are to be shortened: where one or two each last far longer than all the others together, as the days until
 * the postmortem do beside fourteen minutes of response.
 */
export function breaksOf(moments: readonly number[]): Break[] {
  const at = [...new Set(moments)].toSorted((a, b) => a - b)
  const stretches = at.slice(1).map((to, n) => ({ from: at[n] ?? to, to }))
  const longest = stretches.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  for (let count = 1; count <= mostBreaks && count < longest.length; count++) {
    const shortest = lengthOf(longest[count - 1])
    const rest = longest.slice(count).reduce((sum, each) => sum + lengthOf(each), 0)
    if (shortest >= Math.max(rest * timesAsLong, leastMs))
      return longest.slice(0, count).toSorted((a, b) => a.from - b.from)
  }
  return []
}

const lengthOf = (stretch: Break | undefined): number => (stretch ? stretch.to - stretch.from : 0)

/** Where each moment stands between `from` and `to`, in units of the picture; every break is `breakWidth` wide, and the rest is to scale. */
export function scaleOf(
  [first, last]: readonly [number, number],
  breaks: readonly Break[],
  { from, to, breakWidth }: { from: number; to: number; breakWidth: number },
): (at: number) => number {
  const inBreaks = (until: number) =>
    breaks.reduce((sum, each) => sum + Math.max(0, Math.min(until, each.to) - each.from), 0)
  const drawn = last - first - inBreaks(last)
  const unit = (to - from - breaks.length * breakWidth) / Math.max(1, drawn)
  return (at) => {
    const within = breaks.reduce(
      (sum, each) => sum + Math.min(1, Math.max(0, (at - each.from) / lengthOf(each))) * breakWidth,
      0,
    )
    return from + (at - first - inBreaks(at)) * unit + within
  }
}
