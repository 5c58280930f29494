import { agree } from './agreed.ts'
import type { Claim, Saying } from './claim.ts'
import { isSaid } from './claim.ts'
import { correct } from './corrected.ts'
import { leaveAlone } from './lone.ts'
import { relapse } from './relapsed.ts'
import { withdraw } from './withdrawn.ts'

/**
 * Goes through all that was said, in its order, and lets each sentence have its effect on those before it: what was taken back, put right,
 * ruled out, or agreed with. Each looks back over a bounded number of sentences, so that time grows with the conversation and no faster.
 */
export function judge(sayings: readonly Saying[], timeZone: string): Claim[] {
  const before: Claim[] = []
  for (const saying of sayings) {
    for (const claim of saying.claims) {
      if (isSaid(claim)) {
        withdraw(claim, before)
        correct(claim, before, timeZone)
        relapse(claim, before)
        agree(claim, before)
      }
      before.push(claim)
    }
  }
  leaveAlone(before)
  return before
}
