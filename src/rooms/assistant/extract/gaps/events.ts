import type { Material } from '../../material.ts'
import type { GapProposal } from '../../statement.ts'
import { readingOf } from '../candidates.ts'
import { type Claim, stands } from '../claim.ts'
import { isRemedy } from '../relapsed.ts'
import { shared } from '../terms.ts'
import { best, has, pinned } from './best.ts'
import { isDisbelieved } from './disbelieved.ts'
import { firstReport } from './first-report.ts'
import { proposal } from './proposal.ts'

/** What people said themselves and still holds. */
export const standing = (material: Material): Claim[] =>
  readingOf(material).claims.filter((claim) => stands(claim) && !claim.saying.byApp)

/** What it came from, as somebody found it; the last surest word. Guesses that nobody agreed with are none. */
export function causeClaim(material: Material): Claim | undefined {
  const { recoveredAt } = material.incident
  return best(
    standing(material).filter(({ saying }) => saying.field === undefined || saying.field === 'condition'),
    (claim) => {
      const isFound =
        claim.cues.has('culprit') ||
        (claim.isConfirmed &&
          has(claim, 'action', 'recovery', 'denial', 'false-alarm') === 0 &&
          claim.counts.length === 0)
      if ((!claim.cues.has('cause') && !isFound) || isDisbelieved(claim, material)) return 0
      // What it was not, a number that is put right, and what people say of it afterwards is no cause.
      if (claim.cues.has('denial') && !claim.cues.has('correction') && !claim.cues.has('additional')) return 0
      if (claim.cues.has('correction') && !claim.cues.has('culprit') && claim.counts.length > 0) return 0
      if (recoveredAt && claim.saying.at > recoveredAt && !claim.cues.has('culprit')) return 0
      return (
        4 * has(claim, 'culprit') +
        2 * has(claim, 'cause') +
        2 * has(claim, 'correction', 'confirmed') +
        (claim.isConfirmed ? 3 : 0) +
        pinned(claim) +
        Math.min(1.5, claim.terms.size / 3) -
        3 * has(claim, 'plan', 'next', 'need') -
        6 * has(claim, 'wrong', 'lucky', 'well') -
        2 * has(claim, 'recovery') -
        (isFound
          ? 0
          : claim.counts.length > 0
            ? 3
            : has(claim, 'symptom', 'change', 'impact', 'correction', 'confirmed') > 0
              ? 0
              : 1.5) -
        (claim.cues.has('denial') && !claim.cues.has('correction') ? 4 : 0)
      )
    },
    { latest: true, least: 1 },
  )
}

export function cause(material: Material): GapProposal | undefined {
  // A change that set it off is the nearest that people came to a cause.
  const claim = causeClaim(material) ?? triggerClaim(material)
  return claim && proposal(claim)
}

/** Words by which people say that it was this that set it off. */
const blamed =
  /(?:きっかけ|契機|トリガー|直後(?:から|に)|した(?:ところ|途端)|trigger(?:ed)? by|right after|just after|shortly after|since the)/u

/** What set it off: a change that somebody told of, best before the trouble, with its time, and on the same thing as the cause. */
export function triggerClaim(material: Material): Claim | undefined {
  const origin = causeClaim(material)
  const { declaredAt } = material.incident
  return best(
    readingOf(material).claims.filter((claim) => stands(claim) && claim.saying.line !== undefined),
    (claim) => {
      if (!claim.cues.has('change') || claim.saying.line?.marks.includes('action')) return 0
      const isBlamed = blamed.test(claim.norm)
      return (
        (isBlamed ? 4 : 0) +
        2 * pinned(claim) +
        past(claim) +
        (claim === origin ? 1.5 : 0) +
        (origin && claim !== origin ? Math.min(2, shared(origin.terms, claim.terms)) : 0) +
        (claim.saying.at < declaredAt ? 1 : 0) -
        3 * has(claim, 'plan', 'next', 'need') -
        3 * has(claim, 'recovery', 'lucky', 'well', 'denial') -
        has(claim, 'wrong') -
        (claim.cues.has('action') && !isBlamed && past(claim) === 0 && claim.saying.at >= declaredAt ? 4 : 0)
      )
    },
    { least: 0.4 },
  )
}

/** Something that was so well before it was told was no part of the response. */
const wellBeforeMs = 12 * 60_000

const past = ({ moments, norm, saying }: Claim): number => {
  if (moments.some(({ at }) => saying.at.getTime() - at.getTime() > wellBeforeMs)) return 2
  if (moments.length > 0) return saying.line?.marks.includes('timeline') ? 1 : 0
  return earlier.test(norm) ? 1.5 : 0
}

/** A time in the past, as people name it without a clock. */
const earlier =
  /(?:昨日|昨夜|昨晩|今朝|先週|先月|前日|さっき|先ほど|\b(?:yesterday|last (?:night|week|month|friday|monday)|this morning|earlier|ago|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/u

export function trigger(material: Material): GapProposal | undefined {
  const claim = triggerClaim(material)
  return claim && proposal(claim)
}

/** How it was noticed: the first alert, or the first person who spoke of it. */
export function detection(material: Material): GapProposal | undefined {
  const first = firstReport(material)
  return first && proposal(first)
}

/** What mends, rather than buys time or looks. */
const mends =
  /(?:直し(?:を|が).{0,12}(?:出|入|反映|当て)|直しました|固定し|kill|止め(?:まし|た)|再送|強制終了|戻し|ロールバック|差し替え|入れ替え|切り?替え(?:まし|た|完)|修正(?:版)?(?:を)?(?:反映|リリース|適用|デプロイ)|反映(?:済|し)|復元|昇格|無効(?:化|に)|失効|リセット|上げ(?:て|まし|た)|引き上げ|削除し|消し|更新し|復電|\b(?:roll(?:ed|ing)? ?back|rollback|revert\w{0,3}|deployed|restored|replaced|switched|disabled|renewed|turn(?:ed|ing) \w{0,12} ?off|flag off|failed over|purged|skipped|removed|clear(?:ed|ing)|appl(?:ied|ying)|blocked|revoked|updated|promoted|fixed|undid))/u

/** What keeps it from spreading, and mends nothing yet. */
const contains =
  /止め|停止|無効|遮断|切り離|\b(?:disabled|switched off|turned off|blocked|paused|stopped|drained|took (?:it )?(?:down|offline|out))\b/u

/** Somebody who did not do it, or never did. */
const undone =
  /\b(?:nobody|never|not|no one|didn['’]?t|wasn['’]?t)\b|\b(?:after|since|until|without) (?:the|a|that|we|i) \w+|(?:なかった|ていない|てない|忘れ)/u

/** The credit of a message that is believed like most. */
const ordinary = 2

/** How it was mended: what was done last before somebody saw it well again, and that they did. */
export function resolution(material: Material): GapProposal | undefined {
  const claims = standing(material)
  const end = claims.findLast(
    (claim) =>
      claim.cues.has('recovery') && has(claim, 'plan', 'next', 'well', 'lucky', 'wrong', 'relapse', 'denial') === 0,
  )
  const origin = causeClaim(material)
  const places = new Map(claims.map((claim, at) => [claim, at]))
  const { creditOf } = readingOf(material)
  const { recoveredAt } = material.incident
  const over = recoveredAt ? claims.findLastIndex(({ saying }) => saying.at <= recoveredAt) : -1
  const until = Math.max(end ? (places.get(end) ?? 0) : claims.length - 1, over)
  const done = best(
    claims.slice(0, until + 1),
    (claim) => {
      if (!isRemedy(claim) && !mends.test(claim.norm)) return 0
      if (undone.test(claim.norm) || claim === origin || claim.hasFailed) return 0
      if (has(claim, 'relapse', 'correction') > 0 || (claim.cues.has('symptom') && !claim.cues.has('action'))) return 0
      return (
        1 +
        ((creditOf(claim.saying) ?? ordinary) - ordinary) / 2 +
        // Who names the minute has done it.
        (claim.moments.some(({ at }) => Math.abs(at.getTime() - claim.saying.at.getTime()) < wellBeforeMs) ? 1 : 0) -
        2 * has(claim, 'decision', 'denial') +
        has(claim, 'action') +
        (mends.test(claim.norm) ? (contains.test(claim.norm) ? 1.5 : 3) : 0) +
        // What came last before the end made it end.
        (2 * (places.get(claim) ?? 0)) / (until + 1) +
        has(claim, 'recovery') +
        (claim.saying.line?.marks.includes('done') ? 2 : 0) +
        (claim.saying.field === 'action' ? 1 : claim.saying.field ? -1 : 0) +
        pinned(claim) +
        (origin ? Math.min(1.5, shared(origin.terms, claim.terms)) : 0) +
        (origin && claim.saying.n > origin.saying.n ? 1.5 : 0) -
        1.5 * has(claim, 'plan', 'detection') -
        3 * has(claim, 'need', 'next', 'relapse', 'wrong', 'lucky', 'well')
      )
    },
    { latest: true },
  )
  return done && proposal(done, end && (places.get(end) ?? 0) > (places.get(done) ?? 0) ? [end] : [])
}
