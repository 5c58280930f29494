import type { Claim } from '../claim.ts'
import type { Cue } from '../cues/cue.ts'

/** The claim that ranks highest, if it ranks above `least`; of two alike the earlier, or the later one. */
export function best(
  claims: readonly Claim[],
  rank: (claim: Claim) => number,
  { latest = false, least = 0 } = {},
): Claim | undefined {
  let found: Claim | undefined
  let highest = least
  for (const claim of claims) {
    const value = rank(claim)
    if (value > highest || (latest && found !== undefined && value === highest)) [found, highest] = [claim, value]
  }
  return found
}

/** How many of these cues a claim shows. */
export const has = ({ cues }: Claim, ...each: Cue[]): number => each.filter((cue) => cues.has(cue)).length

/** What somebody marked for the timeline counts more. */
export const pinned = ({ saying }: Claim): number => (saying.line?.marks.includes('timeline') ? 2 : 0)
