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
  if (!claim.cues.has('relapse') || claim.doubt === 'rumour' || isCaseOfRelapse(claim.norm)) return
  if (claim.cues.has('recovery') && !isPartly.test(claim.norm)) return
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

/** `再発した場合は台帳に切り替えます`, `should it blow up again`: what is to be done if it happens, and it has not. */
export const isCaseOfRelapse = (norm: string): boolean => caseOfRelapse.test(norm)

const caseOfRelapse =
  /(?:再発|再燃|ぶり返|再び|もう一度|また)[^。、]{0,14}(?:場合|たら|れば|ようなら|なら|ときは|時は)|\b(?:if|should|when(?:ever)?|in case) (?:it|this|that|they|we|the \w{1,12})\b.{0,24}\b(?:comes? back|again|returns?|re-?occurs?|happens? again)\b/u

/** `全部直ったわけではないです`: well in part, and so not well. */
const isPartly =
  /わけ(?:では|じゃ)|\bnot (?:all|every\w*|fully|quite|entirely|completely)\b|\bonly (?:partly|partially|some)\b/u

/** What was done right before was no remedy, if it was one: so many sentences, and so long. */
const nearby = 12
const nearMs = 25 * 60_000

function fail(claim: Claim, before: readonly Claim[]): void {
  let last: Claim | undefined
  for (const each of back(before, nearby)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > nearMs) break
    if (each.saying === claim.saying || each.saying.field !== undefined || !isDeed(each) || isLongAgo(each)) continue
    if (each.cues.has('action') || each.moments.length > 0) last ??= each
    // `消したけどまだ失敗してる` tells of its own deed.
    if (claim.cues.has('action') && last) break
    if (shared(claim.terms, each.terms) === 0) continue
    last = each
    break
  }
  if (!last) return
  last.hasFailed = true
  acquit(last, before)
}

/** What was done so long before it was told was no remedy. */
const isLongAgo = ({ moments, saying }: Claim): boolean =>
  moments.length > 0 && moments.every(({ at }) => saying.at.getTime() - at.getTime() > longAgoMs)

const longAgoMs = 15 * 60_000

/** Something that somebody did, in whatever words. */
export const isDeed = ({ norm, cues, moments, saying }: Claim): boolean =>
  cues.has('action') ||
  cues.has('change') ||
  did.test(norm) ||
  // `rule dropped 14:14`: who names this minute tells what was done in it.
  (done.test(norm) && moments.some(({ at }) => Math.abs(saying.at.getTime() - at.getTime()) < nowMs))

/** Something that was done now, for what is broken: no change of yesterday, and no notice of it. */
export const isRemedy = (claim: Claim): boolean =>
  !isLongAgo(claim) &&
  !tells.test(claim.norm) &&
  (claim.cues.has('action') || (isDeed(claim) && !claim.cues.has('change')))

const tells = /お知らせ|ご?連絡|ご?報告|案内|共有|掲載|\b(?:posted|announced|informed|told|notified|emailed)\b/u

const done = /\b\w{3,14}(?:ed|en)\b/u
const nowMs = 10 * 60_000

const did =
  /^(?:(?:i|we|just|ok|and)[, ]+)*(?:(?!recovered|resolved|confirmed|looked|checked|asked|noticed|joined|called|needed|seemed|tried|wanted|reported|happened|started)\w{3,14}ed|re-?ran|took|put|set|cut|split|made|gave|sent)\b|(?:(?<!届き|わかり|分かり|なり|あり|来|見え|でき|出来|終わり|減り|戻り|出て|き)ました|完了(?:です)?)(?:[。!]|$)/u

/** A share or a ratio: what is measured again and again. */
const measured = /(?<![\d.,:])(?:\d{1,3}(?:\.\d{1,2})?(?=\s?(?:%|percent))|0\.\d{1,3})/gu

const measuresIn = (norm: string): number[] => [...norm.matchAll(measured)].map(([value]) => Number(value))

/** Within a twentieth a measure has not moved. */
const unmoved = 0.05

/** `error ratio 0.25 after the rollback`, where it was 0.24 before: what was done between the two did not help. */
export function measureAgain(claim: Claim, before: readonly Claim[]): void {
  const [now] = measuresIn(claim.norm)
  if (now === undefined || now === 0 || now > 99 || claim.cues.has('recovery') || claim.cues.has('next')) return
  const done: Claim[] = []
  for (const each of back(before, most)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > withinMs) return
    if (each.cues.has('action') && !each.cues.has('plan') && each.saying !== claim.saying) done.push(each)
    const [was] = measuresIn(each.norm)
    if (was === undefined || each.saying === claim.saying || shared(claim.terms, each.terms) === 0) continue
    if (Math.abs(was - now) <= was * unmoved) for (const deed of done) deed.hasFailed = true
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
    if (each.cues.has('action') || each.cues.has('recovery')) continue
    // Who counted or gave the minute has looked: that it was cleaned up in vain is no proof against it.
    if (each.counts.length > 0 || (each.moments.length > 0 && each.cues.has('start'))) continue
    const isBlame = each.cues.has('cause') || each.cues.has('culprit') || isFlat(each)
    if (isBlame && shared(each.terms, terms) > 0) each.doubt = 'superseded'
  }
}
