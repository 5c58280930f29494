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
const leastOfMuch = 1.5
const much = 10

/** Of two messages that share so much of their words the second tells nothing new. */
const same = 0.8

/** What is believed less (some four to one) is not told as it stands; a guess is told as one. */
const leastCredit = 1.5

/** Fewer lines than these tell too little of a channel in which more was said: so much less credit is told, as unconfirmed. */
const few = 13
const lessCredit = 2

const worthOf = ({ weight, credit }: Candidate): number => weight + credit

const byWorth = (a: Candidate, b: Candidate): number => worthOf(b) - worthOf(a)

const isCredible = ({ credit, doubt, saying }: Candidate, enough: number): boolean =>
  doubt !== undefined || credit >= enough || (saying.line?.marks.includes('timeline') ?? false)

/** The messages that together tell most: first the best for each question, then whatever is worth most. In the order in which they were said. */
export function choose(candidates: readonly Candidate[], most: number): Candidate[] {
  const worth = candidates.length > much ? leastOfMuch : least
  const ranked = candidates.filter((each) => worthOf(each) >= worth).toSorted(byWorth)
  const credible = ranked.filter((each) => candidates.length <= much || isCredible(each, leastCredit))
  const chosen = new Set<Candidate>()
  const take = (each: Candidate) => {
    if (chosen.size < most && !chosen.has(each) && !isTold(each, chosen)) chosen.add(each)
  }
  for (const each of credible) if (each.saying.line?.marks.includes('timeline')) take(each)
  for (const [cue, count] of wanted) {
    let taken = [...chosen].filter(({ cues }) => cues.has(cue)).length
    for (const each of credible) {
      if (taken >= count) break
      if (!each.cues.has(cue) || chosen.has(each)) continue
      take(each)
      if (chosen.has(each)) taken++
    }
  }
  for (const each of credible) take(each)
  const sure = new Set(chosen)
  // A terse channel proves little: what comes nearest is told as somebody's word before next to nothing is.
  for (const each of ranked) if (chosen.size < few && isCredible(each, leastCredit - lessCredit)) take(each)
  return [...chosen]
    .map((each): Candidate => (sure.has(each) ? each : { ...each, doubt: 'rumour' }))
    .toSorted((a, b) => a.saying.n - b.saying.n)
}

function isTold(each: Candidate, chosen: ReadonlySet<Candidate>): boolean {
  if (each.terms.size === 0) return false
  for (const other of chosen) {
    if (shared(each.terms, other.terms) / each.terms.size < same) continue
    if (each.saying.byApp || !each.claims.some(({ norm }) => /\d/u.test(norm))) return true
  }
  return false
}
