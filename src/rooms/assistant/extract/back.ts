import type { Claim } from './claim.ts'

/** So far back a sentence has effect: beyond that, people say again what they speak of. */
const furthest = 400

/** The sentences before, newest first, no more than so many. */
export function* back(before: readonly Claim[], most = furthest): Generator<Claim> {
  for (let at = before.length - 1; at >= Math.max(0, before.length - most); at--) {
    const claim = before[at]
    if (claim) yield claim
  }
}

/** Whether a sentence says something of substance: something that can turn out to be wrong. */
export const isOfSubstance = ({ cues, counts, moments }: Claim): boolean =>
  counts.length > 0 ||
  moments.length > 0 ||
  ['impact', 'symptom', 'cause', 'culprit', 'change', 'recovery', 'hedge', 'hearsay', 'start', 'action'].some((cue) =>
    // The names of cues are texts, and these are some of them.
    (cues as ReadonlySet<string>).has(cue),
  )

/** Whether a sentence says what something comes from, or guesses at it, or how far it reaches. */
export const isAssertion = ({ cues }: Claim): boolean =>
  cues.has('cause') ||
  cues.has('culprit') ||
  cues.has('hedge') ||
  cues.has('hearsay') ||
  cues.has('impact') ||
  cues.has('symptom')
