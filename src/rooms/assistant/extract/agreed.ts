import { back, isOfSubstance } from './back.ts'
import type { Claim } from './claim.ts'
import { shared } from './terms.ts'

/** So many sentences before are answered by a bare `ビンゴ` or `confirmed`. */
const near = 6

/** A sentence of so few letters says nothing but that. */
const bare = 24

/** `ビンゴ`, `confirmed, it's the pool`: a guess before it is one no more. Nobody agrees with themselves by a bare word. */
export function agree(claim: Claim, before: readonly Claim[]): void {
  explain(claim, before)
  secondThread(claim, before)
  if (claim.doubt === 'rumour' || claim.cues.has('denial') || claim.cues.has('plan') || claim.cues.has('relapse'))
    return
  // What made it end was what it came from: `プールを戻したら直りました`.
  const isProof = claim.cues.has('recovery') && claim.cues.has('action')
  if (!claim.cues.has('confirmed') && !isProof) return
  const isBare = claim.norm.length <= bare && !isProof
  for (const each of back(before, isBare ? near : 60)) {
    if (isBare && each.saying !== claim.saying && each.doubt === undefined && isOfSubstance(each)) {
      each.isConfirmed ||= each.saying.author !== claim.saying.author && each.saying.line !== undefined
      return
    }
    // `…反応していました。これで確定です`: of the words right before, in the same message.
    if (isBare && each.saying === claim.saying && each.doubt === undefined) {
      each.isConfirmed = !each.cues.has('action') && !each.cues.has('recovery')
      return
    }
    if (each.doubt !== 'rumour' || each.cues.has('hearsay')) continue
    const answers = each.saying.thread === claim.saying.thread || (isBare && each.saying.author !== claim.saying.author)
    if (shared(claim.terms, each.terms) > 0 || (isBare && answers)) {
      each.isConfirmed = true
      if (isBare) return
    }
  }
}

/** A sentence that opens like this is followed by what is so. */
const longestOpening = 60

/** `ビンゴ。…作り直されてて`, `not the replica. cache key is …`: what follows in the same message is what its speaker found. */
function explain(claim: Claim, before: readonly Claim[]): void {
  const opening = before.at(-1)
  if (!opening || opening.saying !== claim.saying || opening.norm.length > longestOpening) return
  const opens = (['confirmed', 'denial', 'withdrawal', 'correction'] as const).some((cue) => opening.cues.has(cue))
  if (opens && claim.doubt === undefined && claim.terms.size >= 2) claim.isConfirmed = true
}

/** `> confirmed, can see it on my desk`: somebody else looked too, and says so in the thread of what they looked at. */
function secondThread(claim: Claim, before: readonly Claim[]): void {
  const { saying, cues } = claim
  if (saying.line?.threadTs == null || !cues.has('confirmed') || claim.doubt !== undefined || cues.has('denial')) return
  for (const each of back(before, near)) {
    if (each.saying.thread !== saying.thread || each.saying.author === saying.author || each.saying.byApp) continue
    if (each.doubt !== undefined || each.cues.has('action') || each.cues.has('recovery') || each.cues.has('denial'))
      continue
    each.isConfirmed = true
  }
}
