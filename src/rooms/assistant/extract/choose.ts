import type { Candidate } from './candidates.ts'
import type { Cue } from './cues/cue.ts'
import { shared } from './terms.ts'

/** What a reader asks first, and how many messages may answer it before anything else is taken. */
const wanted: readonly (readonly [cue: Cue, most: number])[] = [
  ['culprit', 2],
  ['impact', 2],
  ['action', 2],
  ['recovery', 1],
  ['change', 1],
  ['detection', 1],
  ['start', 1],
  ['correction', 1],
  ['false-alarm', 1],
  ['next', 1],
  ['decision', 1],
]

/** Below this nobody misses it. */
const least = 0.4

/** Where more is said than a summary holds, a line has to be worth more: filling it up is how it comes to tell what is not so. */
const leastOfMuch = 1.6
const much = 10

/** Of two messages that share so much of their words the second tells nothing new. */
const same = 0.8

/** The messages that together tell most: first the best for each question, then whatever is worth most. In the order in which they were said. */
export function choose(candidates: readonly Candidate[], most: number): Candidate[] {
  const worth = candidates.length > much ? leastOfMuch : least
  const ranked = candidates.filter(({ weight }) => weight >= worth).toSorted((a, b) => b.weight - a.weight)
  const chosen = new Set<Candidate>()
  const take = (each: Candidate) => {
    if (chosen.size < most && !chosen.has(each) && !isTold(each, chosen)) chosen.add(each)
  }
  for (const each of ranked) if (each.saying.line?.marks.includes('timeline')) take(each)
  for (const [cue, count] of wanted) {
    let taken = [...chosen].filter(({ cues }) => cues.has(cue)).length
    for (const each of ranked) {
      if (taken >= count) break
      if (!each.cues.has(cue) || chosen.has(each)) continue
      take(each)
      if (chosen.has(each)) taken++
    }
  }
  for (const each of ranked) take(each)
  return [...chosen].toSorted((a, b) => a.saying.n - b.saying.n)
}

function isTold(each: Candidate, chosen: ReadonlySet<Candidate>): boolean {
  if (each.terms.size === 0) return false
  for (const other of chosen) {
    if (shared(each.terms, other.terms) / each.terms.size < same) continue
    if (each.saying.byApp || !each.claims.some(({ norm }) => /\d/u.test(norm))) return true
  }
  return false
}
