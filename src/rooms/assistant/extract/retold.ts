import { back } from './back.ts'
import type { Claim } from './claim.ts'
import { shared } from './terms.ts'

/** So far back a number of the same thing is outdone by the next one. */
const furthest = 200

const isOfReach = ({ cues }: Claim): boolean => cues.has('impact') || cues.has('people')

/** `limit 500 episodes a page`, `上限は 50 本`: so many may be, which counts none. */
const limits =
  /\b(?:limit|max(?:imum)?|at most|up to|capped?|no more than)\b.{0,12}\d|\b(?:a|per|each) (?:page|request|batch)\b|(?:上限|最大)[^。、]{0,6}\d/u

/**
 * The same measure told again with another value: the last one holds, in whatever words it comes. What an app counts, what is planned and
 * what somebody marked stays.
 */
export function retell(claim: Claim, before: readonly Claim[]): void {
  const { saying, counts, cues } = claim
  if (saying.byApp || counts.length === 0 || claim.doubt === 'rumour' || limits.test(claim.norm)) return
  if ((['next', 'plan', 'well', 'wrong', 'lucky', 'question', 'action'] as const).some((cue) => cues.has(cue))) return
  for (const each of back(before, furthest)) {
    if (each.saying === saying || each.saying.byApp || each.saying.line?.marks.includes('timeline')) continue
    if (each.cues.has('action') || each.cues.has('recovery') || each.cues.has('culprit')) continue
    const isSame = each.counts.some(({ unit, value }) =>
      counts.some((count) => count.unit === unit && count.value !== value),
    )
    const isKept = each.counts.some(({ value }) => counts.some((count) => count.value === value))
    if (!isSame || isKept) continue
    // That both count sites says nothing: what they say of them has to be the same.
    const units = counts.filter(({ unit }) => each.counts.some((count) => count.unit === unit)).map(({ unit }) => unit)
    const common = [...claim.terms].filter((term) => each.terms.has(term) && !units.includes(term)).length
    // Who answers their own message with another number puts it right.
    const isOwnReply =
      saying.line?.threadTs != null && each.saying.thread === saying.thread && each.saying.author === saying.author
    if (common === 0 && !isOwnReply && !(isOfReach(claim) && isOfReach(each))) continue
    each.doubt = 'superseded'
    each.isConfirmed = false
  }
}

/** How people say that a number is not the last one, and that they have counted. */
const roughly =
  /\b(?:about|around|roughly|approx\w*|some|~|maybe|over|almost|nearly|or so)\b|約|くらい|ぐらい|ほど|程度|ざっと|およそ/u
const counted = /\b(?:counted|exact(?:ly)?|in total|final|tallied|adds? up|all told)\b|数え|集計|合計|正確|最終/u

/** `counted the name lists, 640`: a rough number before it, of whatever the same person or the same words counted, is outdone. */
export function recounted(claim: Claim, before: readonly Claim[]): void {
  if (claim.saying.byApp || !counted.test(claim.norm) || !/\d{2}/u.test(claim.norm)) return
  for (const each of back(before, 60)) {
    if (each.saying === claim.saying || each.counts.length === 0 || !roughly.test(each.norm)) continue
    if (each.saying.author === claim.saying.author || shared(each.terms, claim.terms) > 0) each.doubt = 'superseded'
  }
}

/** Two people read the same start from two graphs. */
const nearMs = 5 * 60_000

/** A start told again with another time: the last one holds, unless it only tells of one place. */
export function restart(claim: Claim, before: readonly Claim[]): void {
  const { saying, moments, cues } = claim
  if (saying.byApp || moments.length === 0 || !cues.has('start') || claim.doubt !== undefined) return
  for (const each of back(before, furthest)) {
    if (!each.cues.has('start') || each.moments.length === 0 || each.saying.byApp || each.saying === saying) continue
    if (each.cues.has('change') || each.cues.has('culprit') || each.cues.has('cause') || each.isConfirmed) continue
    const isNear = each.moments.some(({ at }) =>
      moments.some((moment) => Math.abs(moment.at.getTime() - at.getTime()) <= nearMs),
    )
    if (isNear) continue
    each.doubt = 'superseded'
  }
}
