import type { Clock } from './clock.ts'

/** What somebody may spend: `most` at once, and as many again in `perMs` milliseconds, evenly. */
export type Allowance = { most: number; perMs: number }

/** How many spenders are remembered. Beyond that, those who have spent nothing lately are forgotten, which changes nothing. */
const mostKept = 10_000

/** Spends one of `who`'s; answers how long they have to wait for one where none is left, in milliseconds. */
export type Spend = (who: string, allowance: Allowance) => number | undefined

/** Budgets by name, in this process's memory: they keep a flood away, and are no account. */
export function createBudgets(clock: Clock): Spend {
  /** When each will have all of theirs again, in milliseconds of the clock; who spent last stands last. */
  const wholeAt = new Map<string, number>()
  let last = Number.NEGATIVE_INFINITY
  return (who, { most, perMs }) => {
    const now = clock.now().getTime()
    // What was spent at a time that has not come yet is no measure: the clock was put back.
    if (now < last) wholeAt.clear()
    last = now
    const from = Math.max(now, wholeAt.get(who) ?? now)
    const after = from + perMs / most
    // Fractions of a millisecond are lost in sums.
    const waitMs = Math.ceil(after - now - perMs - 0.5)
    if (waitMs > 0) return waitMs
    wholeAt.delete(who)
    wholeAt.set(who, after)
    const [oldest] = wholeAt.keys()
    if (wholeAt.size > mostKept && oldest !== undefined) wholeAt.delete(oldest)
    return undefined
  }
}
