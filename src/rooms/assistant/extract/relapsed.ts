import { back } from './back.ts'
import type { Claim } from './claim.ts'

/** Within so long a relapse says that the recovery was none. */
const withinMs = 90 * 60_000

/** More than these were not fooled. */
const most = 80

/** `まだ出てます`, `spoke too soon`: whoever said before that it was over was too early. */
export function relapse(claim: Claim, before: readonly Claim[]): void {
  if (!claim.cues.has('relapse') || claim.cues.has('recovery') || claim.doubt === 'rumour') return
  fail(claim, before)
  for (const each of back(before, most)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > withinMs) return
    if (each.saying === claim.saying || !each.cues.has('recovery')) continue
    // An update that said so said so in all of its fields.
    const { update } = each.saying
    const all = update ? before.filter(({ saying }) => saying.update === update) : [each]
    for (const one of all) {
      one.doubt = 'superseded'
      one.isConfirmed = false
    }
  }
}

/** What was done right before was no remedy, if it was one: so many sentences, and so long. */
const nearby = 12
const nearMs = 25 * 60_000

function fail(claim: Claim, before: readonly Claim[]): void {
  for (const each of back(before, nearby)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > nearMs) return
    if (!each.cues.has('action')) continue
    each.hasFailed = true
    return
  }
}
