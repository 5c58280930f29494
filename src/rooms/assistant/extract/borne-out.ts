import type { Claim } from './claim.ts'
import { isReported } from './borrowed.ts'
import { hasLooked, isFlat } from './lone.ts'
import { shared } from './terms.ts'

/** So many sentences later nobody answers any more. */
const within = 300

/** Somebody says how it is, in a few words and with nothing that they looked at. */
const longest = 90

/** What somebody did, saw go right or wants done is theirs to say. */
const theirs = [
  'action',
  'recovery',
  'relapse',
  'decision',
  'correction',
  'denial',
  'false-alarm',
  'confirmed',
  'next',
  'well',
  'wrong',
  'lucky',
  'need',
  'plan',
  'question',
  'chatter',
] as const

/** What is said of all of them is said easily. */
const ofAll =
  /\b(?:all|every\w*|whole|nobody|no one|entire\w*|any(?:one|body|thing)?|100%|none)\b|全(?!然|部で|体で)|みんな|すべて|どこも|誰も|一律/u

/** A word on the state of something: `those two are out of disk`, `DBが落ちてます`. */
const ofState =
  /\b(?:is|are|was|were|['’]s|['’]re|got|went|has|have|broke|lost|ran|keeps?|fails?|died|leaks?)\b|(?:です|ます|ました|てる|ている|た|だ)(?:ね|よ|な|わ)?[。!]?$/u

function isLoose(claim: Claim): boolean {
  const { saying, norm, cues, doubt, isConfirmed, isVoid, terms } = claim
  if (!saying.line || saying.byApp || saying.line.marks.length > 0 || doubt !== undefined || isVoid || isConfirmed)
    return false
  if (terms.size === 0 || norm.length > longest || theirs.some((cue) => cues.has(cue))) return false
  if (ofAll.test(norm) && !hasLooked(claim)) return true
  if (isReported(norm)) return true
  if (hasLooked(claim) || cues.has('culprit')) return false
  return isFlat(claim) || ((cues.has('cause') || cues.has('symptom') || cues.has('impact')) && ofState.test(norm))
}

/** Words by which somebody speaks against what they name. */
const against = /\b(?:not?|never|nothing|nobody|without)\b|n['’]t\b|ない|ません|ではな|じゃな|違/u

/** Somebody else, an update or an app speaks of the same thing, and not against it. */
function isBorneOut(claim: Claim, others: readonly Claim[]): boolean {
  return others.some((each) => {
    if (each === claim || each.isVoid || each.doubt !== undefined || each.hasFailed) return false
    if (each.saying.author === claim.saying.author && each.saying.field === undefined) return false
    if (each.saying.field === 'summary' && ofAll.test(claim.norm)) return false
    if (against.test(each.norm) !== against.test(claim.norm) || each.cues.has('question')) return false
    const common = shared(each.terms, claim.terms)
    return common >= 2 || (common === 1 && claim.terms.size <= 2)
  })
}

/**
 * What one person says of how it is, with nothing that they looked at, is told only where somebody else speaks of the same: people are
 * wrong about that more often than they take it back. Until it was declared they report what they see.
 */
export function needCompany(claims: readonly Claim[], declaredAt: Date): void {
  for (const [at, claim] of claims.entries()) {
    if (!isLoose(claim)) continue
    if (claim.saying.at <= declaredAt && !ofAll.test(claim.norm) && !claim.cues.has('cause') && !isFlat(claim)) continue
    const others = claims.slice(Math.max(0, at - 40), at + 1 + within)
    if (!isBorneOut(claim, others)) claim.doubt = 'superseded'
  }
}
