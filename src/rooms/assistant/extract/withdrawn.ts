import { back, isOfSubstance } from './back.ts'
import type { Claim } from './claim.ts'
import { isFlat } from './lone.ts'
import { shared } from './terms.ts'

/** Within so long people take back what they said without saying what. */
const withinMs = 90 * 60_000

/** Words against what somebody else has just said: `それは違います`, `that's not right`. */
const againstOther = /^(?:それ|そこ|いや|いえ|上の|no\b|nope|that(?:'s| is| was) (?:not|wrong|incorrect)|not true)/u

/** `勘違いでした`, `scratch that`: takes back the speaker's last words of substance, those on the same thing where it names one. */
export function withdraw(claim: Claim, before: readonly Claim[]): void {
  if (!claim.cues.has('withdrawal') || claim.cues.has('hedge')) return
  const target = targetOf(claim, before)
  if (!target) return
  // A message is taken back whole, but for what it says itself of being wrong.
  for (const each of target.saying.claims) {
    if (each === claim || each.cues.has('withdrawal') || each.cues.has('correction')) continue
    if (each.saying === claim.saying && !before.includes(each)) continue
    each.doubt = 'withdrawn'
    each.isConfirmed = false
  }
}

function targetOf(claim: Claim, before: readonly Claim[]): Claim | undefined {
  const { saying } = claim
  const isAgainstOther = againstOther.test(claim.norm)
  let nearest: Claim | undefined
  for (const each of back(before)) {
    if (saying.at.getTime() - each.saying.at.getTime() > withinMs) break
    const isOwn = each.saying.author === saying.author
    const fits = isAgainstOther
      ? !isOwn
      : isOwn || (each.saying.thread === saying.thread && saying.line?.threadTs != null)
    if (!fits || !(isOfSubstance(each) || isFlat(each)) || each.doubt === 'withdrawn' || each.cues.has('withdrawal'))
      continue
    if (each.saying.byApp) continue
    if (claim.terms.size > 0 && shared(claim.terms, each.terms) > 0) return each
    nearest ??= each
  }
  return nearest
}
