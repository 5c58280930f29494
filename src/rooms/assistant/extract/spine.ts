import type { Material } from '../material.ts'
import type { Claim } from './claim.ts'
import { stands } from './claim.ts'
import { hasLooked } from './lone.ts'
import { isDeed } from './relapsed.ts'
import { shared } from './terms.ts'

/** What is told by itself: who puts right, decides or says what is to come has thought about it. */
const byItself = [
  'culprit',
  'correction',
  'denial',
  'false-alarm',
  'recovery',
  'relapse',
  'decision',
  'next',
  'well',
  'wrong',
  'lucky',
  'action',
] as const

/** Somebody who did it, and not the speaker. */
const others = /^(?:some(?:one|body)|they|he|she|who(?:ever)?|people|it['’]s|nobody)\b|(?:誰か|だれか|あいつ|奴)/u

/**
 * Whether a sentence carries its own proof: a number, a time, a name that somebody looked up; a deed of whoever speaks; a mark; or it is what
 * people saw before anybody had an idea.
 */
function isProved(claim: Claim, { incident, handler }: Material): boolean {
  const { saying, cues, norm } = claim
  if (saying.byApp || saying.field !== undefined || (saying.line?.marks.length ?? 0) > 0 || claim.isConfirmed)
    return true
  if (incident.recoveredAt && saying.at >= incident.recoveredAt) return true
  if (hasLooked(claim) || byItself.some((cue) => cues.has(cue))) return true
  if (isDeed(claim) && !others.test(norm)) return true
  if (handler && saying.author === handler.id) return true
  const isSight = cues.has('symptom') || cues.has('impact') || cues.has('detection')
  return isSight && saying.at <= incident.declaredAt && !cues.has('cause') && !cues.has('change')
}

/** So many sentences make a summary. */
const enough = 20

/**
 * What may be told: what carries its own proof, and of the rest what is about the same thing as something that was done, found or stated in
 * an update. An idea that led nowhere is silence, also where nobody ever answered it.
 */
export function spineOf(claims: readonly Claim[], material: Material): ReadonlySet<Claim> {
  const proved = new Set(claims.filter((claim) => stands(claim) && isProved(claim, material)))
  const ground = [...proved].filter(
    (claim) =>
      (claim.saying.field !== undefined && claim.saying.field !== 'summary') ||
      claim.cues.has('culprit') ||
      claim.cues.has('correction') ||
      claim.isConfirmed ||
      (isDeed(claim) && !claim.hasFailed),
  )
  const terms = new Set(ground.flatMap((claim) => [...claim.terms]))
  const told = new Set(proved)
  for (const claim of claims) {
    if (proved.has(claim) || !stands(claim) || claim.terms.size === 0) continue
    if (shared(claim.terms, terms) * 2 >= claim.terms.size) told.add(claim)
  }
  // Where people say little, and little of it exactly, all that stands is told.
  const spoken = (each: Iterable<Claim>) => [...each].filter(({ saying }) => saying.line !== undefined).length
  const all = claims.filter(stands)
  return spoken(told) < enough ? new Set(all) : told
}
