import { back, isOfSubstance } from './back.ts'
import type { Claim } from './claim.ts'
import { isFlat } from './lone.ts'
import { shared } from './terms.ts'

/** Within so long people take back what they said without saying what. */
const withinMs = 90 * 60_000

/** Words against what somebody else has just said: `それは違います`, `that's not right`. */
const againstOther = /^(?:それ|そこ|いや|いえ|上の|no\b|nope|that(?:'s| is| was) (?:not|wrong|incorrect)|not true)/u

/** `it is not, the pipeline is stuck`, `いや、まだです`: a bare no to what somebody else has just said. */
const contradicts =
  /^(?:no[,. ]+)?(?:it|that|they|this)(?: is| are| was|['’]s|['’]re) not(?: yet)?(?:[,.;:!]|$)|^(?:no[,. ]+)?(?:it|that|they) (?:isn|aren|wasn|didn|doesn|hasn)['’]?t(?:[,.;:!]|$)|^(?:いや|いえ|いいえ)[、,]? ?(?:まだ|出て(?:い)?(?:ない|ません)|違)/u

/** `that panel is filtered, the real one is at 61%`: what somebody read there was something else. */
const misread =
  /\b(?:real|actual|true|right) (?:one|number|figure|value|count)s? (?:is|are|was)\b|\b(?:that|this) (?:panel|graph|dashboard|query|chart|number) (?:is|was)\b|(?:その|この|あの)(?:グラフ|画面|パネル|集計|数字|数)は/u

/** So many sentences, and so long, later nobody knows any more what is meant. */
const near = 4
const nearMs = 15 * 60_000

function contradict(claim: Claim, before: readonly Claim[], isOfNumber = false): void {
  for (const each of back(before, near)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > nearMs) return
    if (each.saying.author === claim.saying.author || each.saying.byApp || each.saying.field) continue
    if (isOfNumber && !/\d/u.test(each.norm)) continue
    each.doubt ??= 'superseded'
    each.isConfirmed = false
    return
  }
}

/** `that was the number for last month`: the number its speaker gave before was one of something else. */
const ofAnother =
  /^(?:that|those|it|this) (?:was|were|is|are) (?:the |a |an )?(?:number|figure|count|total|value|all|whole|yesterday|last|for|from)\b|^(?:さっき|先ほど|今)の(?:数字?|値|件数|人数|\d[\d,]*)/u

function disown(claim: Claim, before: readonly Claim[]): void {
  for (const each of back(before, near * 3)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > nearMs * 2) return
    if (each.saying === claim.saying || each.saying.author !== claim.saying.author || !/\d{2}/u.test(each.norm))
      continue
    each.doubt ??= 'superseded'
    each.isConfirmed = false
    return
  }
}

/** `勘違いでした`, `scratch that`: takes back the speaker's last words of substance, those on the same thing where it names one. */
export function withdraw(claim: Claim, before: readonly Claim[]): void {
  if (contradicts.test(claim.norm)) contradict(claim, before)
  if (misread.test(claim.norm)) contradict(claim, before, true)
  if (ofAnother.test(claim.norm)) disown(claim, before)
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
