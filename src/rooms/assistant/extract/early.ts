import type { Claim } from './claim.ts'
import { isSaid } from './claim.ts'

const telling = ({ saying, doubt, cues }: Claim): boolean =>
  doubt === undefined && !saying.byApp && saying.field === undefined && !cues.has('next') && !cues.has('chatter')

/**
 * Who said that it was over before somebody went on to mend it was too early, whether or not anybody said so in words. What a deed did in
 * the same breath is told, as are marks; so is the last word of it.
 */
export function endTooEarly(claims: readonly Claim[], recoveredAt: Date | null): void {
  const until = recoveredAt ? claims.findLastIndex(({ saying }) => saying.at < recoveredAt) : claims.length - 1
  let wentOn = false
  for (let at = until; at >= 0; at--) {
    const claim = claims[at]
    if (!claim || !isSaid(claim)) continue
    if (wentOn && isEnd(claim)) {
      claim.doubt = 'superseded'
      claim.isConfirmed = false
    }
    const isMending = claim.cues.has('action') && !claim.cues.has('denial')
    const isTrouble = claim.cues.has('relapse') || (claim.cues.has('symptom') && !claim.cues.has('confirmed'))
    if (isAlarm(claim)) wentOn = true
    if (telling(claim) && (isMending || isTrouble) && !claim.cues.has('recovery')) wentOn = true
  }
}

/** An app that raises an alarm again. */
const isAlarm = ({ saying, cues, norm }: Claim): boolean =>
  saying.byApp &&
  !cues.has('recovery') &&
  /\b(?:firing|alert|crit(?:ical)?|alarm|down|triggered|failing)\b|発報|異常/u.test(norm) &&
  !/\b(?:ok|resolved|recovered|cleared)\b|正常|回復|復旧/u.test(norm)

const isEnd = (claim: Claim): boolean =>
  claim.cues.has('recovery') &&
  !claim.cues.has('action') &&
  !claim.cues.has('relapse') &&
  !claim.cues.has('cause') &&
  !claim.cues.has('culprit') &&
  claim.saying.field === undefined &&
  !claim.saying.byApp &&
  !claim.saying.line?.marks.includes('timeline')
