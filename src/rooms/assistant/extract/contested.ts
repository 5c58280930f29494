import { back } from './back.ts'
import { isReported } from './borrowed.ts'
import type { Claim } from './claim.ts'
import { hasLooked } from './lone.ts'
import { shared, termsOf } from './terms.ts'

/** So many sentences, and so long, after it was said people answer it. */
const near = 14
const nearMs = 25 * 60_000

/** Words of an answer that speaks against. */
const against =
  /\b(?:no|not|nothing|never|none|nobody|neither|(?:is|are|was|were|do|does|did|has|have|ca|could|would|wo)n['’]?t|fine|clean|flat|ruled|false|wrong|mistaken|unrelated|nope|still (?:up|there|works?)|works?)\b|(?:ない|なく|なかっ|ません|ませんでした|違|ちが|平常|正常|生きて|ゼロ|見当たら|誤り|間違い|誤解|届いて(?:い)?(?:ます|ました))/u

/** Words of an answer that narrows what was said of all. */
const narrows = /\b(?:only|just|not all|not every|one of|some of|except)\b|だけ|のみ|に限|以外|一部/u
const ofAll =
  /\b(?:all|every\w*|whole|nobody|no one|entire\w*|any|100%)\b|全(?!然|部で|体で)|みんな|すべて|どこも|誰も|一律/u

/** What a sentence says that can turn out not to be so: where it comes from, how far it reaches, that it is over. */
const risky = ['cause', 'culprit', 'hedge', 'hearsay', 'softened', 'impact', 'symptom', 'recovery', 'change'] as const

/** `全員が決済できません`, `nobody can pay`: what does not work is no answer to who said the same before. */
const isTrouble = ({ cues, norm }: Claim): boolean =>
  (cues.has('impact') || cues.has('symptom')) &&
  !cues.has('denial') &&
  !cues.has('correction') &&
  /できな|でき(?:て(?:い)?)?ません|出来(?:な|ません)|えな[いく]|えません|れな[いく]|れません|\b(?:can(?:no|['’])?t|cannot|unable|couldn['’]t|nobody can|no one can)\b/u.test(
    norm,
  )

/** Somebody's word with nothing behind it, or somebody else's: an answer that speaks against it counts for more. */
const isContestable = (claim: Claim, inThread: boolean): boolean => {
  const { saying, cues, norm } = claim
  // What an app passes on of a customer is answered in its thread.
  if ((saying.byApp && !inThread) || saying.field !== undefined || saying.line?.marks.includes('timeline')) return false
  if (cues.has('correction') || cues.has('denial') || cues.has('next') || claim.isConfirmed) return false
  if (isReported(norm)) return true
  if (ofAll.test(norm) && !hasLooked(claim) && !cues.has('action')) return true
  return !hasLooked(claim) && !cues.has('action') && risky.some((cue) => cues.has(cue))
}

/**
 * `the switch has 212 days of uptime, nobody unplugged it`: an answer of somebody else, soon after and on the same thing or in its thread,
 * that speaks against it. Which of the two is right nobody can tell from the words: what was answered so is not told, and the answer stands.
 */
export function contest(claim: Claim, before: readonly Claim[]): void {
  const { saying, norm, cues, terms } = claim
  if (
    saying.byApp ||
    saying.field !== undefined ||
    claim.doubt !== undefined ||
    !(against.test(norm) || narrows.test(norm))
  )
    return
  if (cues.has('plan') || cues.has('next') || cues.has('well') || cues.has('lucky') || cues.has('wrong')) return
  if (isTrouble(claim)) return
  const isReply = saying.line?.threadTs != null
  for (const each of back(before, near)) {
    if (saying.at.getTime() - each.saying.at.getTime() > nearMs) return
    const speaksAgainst = against.test(norm)
    if (!speaksAgainst && !ofAll.test(each.norm) && shared(terms, each.terms) < 2) continue
    const inThread = isReply && each.saying.thread === saying.thread && isReported(each.norm)
    const common = shared(terms, each.terms)
    if (isReply && isOwnWord(each, claim) && common > 0) {
      each.doubt = 'superseded'
      continue
    }
    if (!isContestable(each, inThread)) continue
    // Who asked around and comes back with another answer speaks of the same thing in the same words.
    const isOwn = each.saying.author === saying.author
    if (isOwn && (each.saying === saying || common * 2 < each.terms.size)) continue
    if (!inThread && common === 0) continue
    each.doubt = 'superseded'
  }
}

/** Who answers their own message in its thread puts it right. */
const isOwnWord = (each: Claim, { saying }: Claim): boolean =>
  each.saying !== saying &&
  each.saying.author === saying.author &&
  each.saying.thread === saying.thread &&
  !each.cues.has('action')

/** So many sentences before may be denied by name. */
const named = 150

/** What a sentence says that there was none of: `nothing lost`, `no data was deleted`, `消えていません`. */
const none = /\b(?:nothing|none|nobody|no one|no|never|not)\b((?: [\w-]+){1,4})/gu
const noneJapanese =
  /([\p{Script=Han}ァ-ヺー]{1,12})[^、。\p{Script=Han}ァ-ヺー]{0,8}(?:ません|ない|なかった|ゼロ|0件)/gu

/**
 * `in the end nothing lost`: whoever said before that it was lost, with or without a number, was wrong. What somebody did, and what an app
 * says, stays.
 */
export function denyByName(claim: Claim, before: readonly Claim[]): void {
  const { saying, cues, norm, doubt } = claim
  if (saying.byApp || doubt !== undefined || cues.has('plan') || cues.has('next') || cues.has('wrong')) return
  if (isTrouble(claim)) return
  const words = [...norm.matchAll(none), ...norm.matchAll(noneJapanese)].map(([, what]) => what ?? '').join(' ')
  const denied = termsOf(words)
  if (denied.size === 0) return
  for (const each of back(before, named)) {
    if (each.saying === saying || each.saying.byApp || each.saying.field !== undefined) continue
    const isClaim = (['impact', 'hearsay', 'softened', 'hedge'] as const).some((cue) => each.cues.has(cue))
    if (!isClaim && each.counts.length === 0 && !isReported(each.norm)) continue
    if (each.cues.has('action') || each.cues.has('denial') || against.test(each.norm) || each.isConfirmed) continue
    if (shared(denied, each.terms) > 0) each.doubt = 'superseded'
  }
}
