import type { Saying } from './claim.ts'
import { shared } from './terms.ts'

/** All that a message speaks of. */
export const termsIn = ({ claims }: Saying): Set<string> => new Set(claims.flatMap(({ terms }) => [...terms]))

/** So many messages of others answer a message, and among so many that follow they are looked for. */
const answering = 3
const within = 40

/** The next three messages of others, of any message. `spoken` holds what people said, in its order. */
export function nextOfOthers(spoken: readonly Saying[]): (saying: Saying) => readonly Saying[] {
  const places = new Map(spoken.map((saying, at) => [saying.n, at]))
  return ({ n, author }) => {
    const at = places.get(n)
    const after = at === undefined ? [] : spoken.slice(at + 1, at + 1 + within)
    return after.filter((each) => each.author !== author).slice(0, answering)
  }
}

const denies =
  /\b(?:no|nope|not|nothing|never|none|nobody|(?:is|was|are|do|does|did)n['’]t|fine|healthy|normal|wrong|unrelated)\b|(?:ない|ません|違|別の?件|別です|無関係|正常|平常|訂正|ではなく)/u

/** Whether an answer denies something, in a sentence on the same thing or in the same thread. */
export const isDeniedBy = (saying: Saying, terms: ReadonlySet<string>, answer: Saying): boolean =>
  answer.claims.some(
    (claim) => denies.test(claim.norm) && (answer.thread === saying.thread || shared(terms, claim.terms) > 0),
  )

const buts =
  /^(?:no\b|nope|but\b|wait|still|hold\b|not\b|actually|so not|that\b|いや|いえ|でも|ただ|まだ|待っ|違|ちが|それは)/u
const soonMs = 12 * 60_000

/** Whether an answer begins with a no or a but, soon after. */
export const isButOf = (saying: Saying, answer: Saying): boolean =>
  answer.at.getTime() - saying.at.getTime() < soonMs && buts.test(answer.claims[0]?.norm ?? '')

/** So many messages, and so long, after a deed tell whether it did any good. */
const afterDeed = 5
const afterDeedMs = 25 * 60_000

const goesOn = /\b(?:still|again)\b|まだ|また|変わら/u
const allWell = /\b0(?:\.\d)?%|\b0 |ゼロ|0 ?件|\bok\b/u

/** Whether the next who spoke after a deed, and the apps, tell of trouble before anybody tells that it is well. */
export function isInTrouble(saying: Saying, sayings: readonly Saying[]): boolean {
  let seen = 0
  for (let n = saying.n + 1; n < sayings.length && seen < afterDeed; n++) {
    const each = sayings[n]
    if (!each?.line) continue
    if (each.at.getTime() - saying.at.getTime() >= afterDeedMs) return false
    seen++
    if (each.claims.some(({ cues, norm }) => cues.has('recovery') || cues.has('confirmed') || allWell.test(norm)))
      return false
    const isTrouble = each.claims.some(
      ({ cues, norm }) => cues.has('relapse') || cues.has('symptom') || cues.has('impact') || goesOn.test(norm),
    )
    if (isTrouble) return true
  }
  return false
}
