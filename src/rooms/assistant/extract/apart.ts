import type { Claim, Saying } from './claim.ts'
import { shared } from './terms.ts'

/** Who opens like this tells of something else, in the same message. */
const opens =
  /^(?:unrelated|separate(?:ly)?|off[- ]topic|side note|different (?:thing|topic|issue)|not (?:related|this incident))\b(?: ?[,:;-]| but)|^(?:(?:これは|ちなみに|すみません)[、 ]?)?(?:別件|余談|話は(?:変わ|それ|逸れ)|本件とは別|関係ないです)(?:です)?(?:が|けど|で|、|。|:)/u

/** Where it belongs, in the same message: another team has it, or a ticket of its own. */
const elsewhere =
  /\b(?:(?:\w+ |\w+['’]s )?team (?:has|have|owns|is on) it|has (?:its|their) own (?:ticket|channel|incident|thread)|(?:tracked|handled) (?:separately|elsewhere)|(?:other|another|separate|different|own) (?:ticket|incident)|(?:that|which|it)(?:['’]s| is| has) (?:nothing to do with this|unrelated|not (?:part of|related to) this|a (?:separate|different) (?:thing|issue|incident|problem|one)))\b|(?:は|も)別件|(?:本件|今回|この件|こちら|うち|ウチ|当方|当社|弊社)とは(?:別|無関係|関係)|別の件で|別(?:で|途|に)(?:対応|起票|調査|確認)|別(?:の)?(?:班|チーム|部署|担当)(?:が|で|に|の)|(?:[\p{Script=Han}ァ-ヺー]{1,8}(?:班|チーム|部|課))(?:が|で)(?:見て|対応|担当|調べ)|\b(?:is|are) (?:already )?on that one\b|\b(?:too|also|as well)\b,? but (?:that|it|this)(?:['’]s| is| was)\b/u

/** A bare answer that what was just said belongs elsewhere. */
const bare =
  /^(?:(?:yes|no|nah|but|ok)[, ]+)?(?:(?:that|this|it)(?:['’]s| is| has)|theirs|not ours|different (?:incident|team)|separate)\b.{0,60}\b(?:separate|unrelated|different|nothing to do|not (?:ours|us|this|related|part)|theirs|another|their own)\b|^different (?:system|service|app|thing)\b|^(?:not ours|theirs, not ours|unrelated|separate (?:issue|incident|thing))|^(?:それは?|そちらは?|その件は?|これは?)[^。]{0,10}(?:関係(?:な|ありま|は(?:な|あり))|別件|別の|無関係)|^(?:別件です|別の件です|無関係です|関係(?:ないです|ありません))/u

/** A bare answer is to one of so few sentences before. */
const near = 4

/**
 * Another service that is broken at the same time, named in the same channel: what is said to be separate, and what is said later of the
 * same thing and of nothing that this incident is about. It is left out, also where it is well again.
 */
export function setApart(claims: readonly Claim[], sayings: readonly Saying[]): void {
  const own = ownTerms(sayings)
  const strange = new Map<string, number>()
  for (const [at, claim] of claims.entries()) {
    if (claim.saying.field !== undefined || claim.saying.byApp) continue
    const roots = rootsOf(claim, claims.slice(Math.max(0, at - near), at))
    for (const root of roots) {
      for (const each of root.saying.claims) {
        if (each.isConfirmed || each.saying.line?.marks.includes('timeline')) continue
        each.isVoid = true
        for (const term of each.terms) if (!own.has(term)) strange.set(term, root.saying.n)
      }
      if (root !== claim) claim.isVoid = true
    }
  }
  if (strange.size === 0) return
  for (const claim of claims) {
    if (claim.saying.field !== undefined || claim.isVoid || claim.saying.line?.marks.includes('timeline')) continue
    // A thing that others of this incident speak of too is no strange one.
    const odd = [...claim.terms].filter((term) => strange.has(term)).length
    if (odd > 0 && odd * 3 >= claim.terms.size && shared(claim.terms, own) === 0) claim.isVoid = true
  }
}

function rootsOf(claim: Claim, before: readonly Claim[]): Claim[] {
  if (opens.test(claim.norm) || elsewhere.test(claim.norm)) {
    // `that's a separate thing, Kit is on it`: of what stands before it.
    const isAnswer = bare.test(claim.norm) || claim.saying.line?.threadTs != null
    return isAnswer ? [claim, ...answered(claim, before)] : [claim]
  }
  return bare.test(claim.norm) ? answered(claim, before) : []
}

/** What a bare answer is about: what its thread says, or its speaker, or whoever spoke last. */
function answered({ saying }: Claim, before: readonly Claim[]): Claim[] {
  const others = before.filter(
    (each) => each.saying !== saying && !each.saying.byApp && each.saying.field === undefined,
  )
  const isReply = saying.line?.threadTs != null
  const found = isReply ? others.findLast((each) => each.saying.thread === saying.thread) : others.at(-1)
  return found ? [found] : []
}

/** What this incident is about: the words it was declared with, its updates, and what was marked. */
function ownTerms(sayings: readonly Saying[]): ReadonlySet<string> {
  return new Set(
    sayings
      .filter(({ field, line }) => field !== undefined || line?.marks.includes('timeline'))
      .flatMap(({ claims }) => claims.flatMap(({ terms }) => [...terms])),
  )
}
