import { agree } from './agreed.ts'
import { setApart } from './apart.ts'
import type { Claim, Saying } from './claim.ts'
import { isSaid } from './claim.ts'
import { contest, denyByName } from './contested.ts'
import { correct } from './corrected.ts'
import { endTooEarly } from './early.ts'
import { leaveAlone } from './lone.ts'
import { measureAgain, relapse } from './relapsed.ts'
import { denyNumber, repair } from './repaired.ts'
import { recounted, restart, retell } from './retold.ts'
import { withdraw } from './withdrawn.ts'

/**
 * Goes through all that was said, in its order, and lets each sentence have its effect on those before it: what was taken back, put right,
 * ruled out, or agreed with. Each looks back over a bounded number of sentences, so that time grows with the conversation and no faster.
 */
export function judge(
  sayings: readonly Saying[],
  timeZone: string,
  incident: { declaredAt: Date; recoveredAt: Date | null },
): Claim[] {
  const before: Claim[] = []
  for (const saying of sayings) {
    for (const claim of saying.claims) {
      if (isSaid(claim)) {
        withdraw(claim, before)
        repair(claim, before)
        denyNumber(claim, before)
        correct(claim, before, timeZone)
        retell(claim, before)
        recounted(claim, before)
        restart(claim, before)
        relapse(claim, before)
        measureAgain(claim, before)
        agree(claim, before)
        contest(claim, before)
        denyByName(claim, before)
      }
      before.push(claim)
    }
  }
  leaveAlone(before)
  setApart(before, sayings)
  endTooEarly(before, incident.recoveredAt)
  return before
}
