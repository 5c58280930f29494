import { back } from './back.ts'
import type { Claim } from './claim.ts'
import { isFlat } from './lone.ts'
import { shared } from './terms.ts'

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
    acquit(each, before)
    return
  }
}

/** `戻しても変わらない`: what was blamed by whoever did it, and in the words for what was done, is not to blame. */
function acquit(remedy: Claim, before: readonly Claim[]): void {
  const { author, at } = remedy.saying
  const terms = new Set(remedy.terms)
  for (const each of back(before, nearby * 2)) {
    if (at.getTime() - each.saying.at.getTime() > nearMs) break
    // `rolling the firewall back now … rolled back`: the first says what.
    if (each.saying.author === author && each.cues.has('action')) for (const term of each.terms) terms.add(term)
  }
  for (const each of back(before, most)) {
    if (at.getTime() - each.saying.at.getTime() > withinMs) return
    if (each.saying === remedy.saying || each.saying.byApp || each.saying.field || each.isConfirmed) continue
    if (each.cues.has('action') || each.cues.has('recovery') || each.counts.length > 0) continue
    const isBlame = each.cues.has('cause') || each.cues.has('culprit') || isFlat(each)
    if (isBlame && shared(each.terms, terms) > 0) each.doubt = 'superseded'
  }
}
