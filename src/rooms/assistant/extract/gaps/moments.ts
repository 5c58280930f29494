import type { Material } from '../../material.ts'
import type { GapProposal } from '../../statement.ts'
import { readingOf } from '../candidates.ts'
import { type Claim, isSaid, stands } from '../claim.ts'
import { clockWords } from '../frame.ts'
import { causeClaim, triggerClaim } from './events.ts'
import { firstReport } from './first-report.ts'
import { proposal } from './proposal.ts'

/**
 * When it began: the field, or the words that speak of the beginning with a time of day, or else the time that was told with the trigger
 * or the cause; what was put right last holds.
 */
export function occurredAt(material: Material): GapProposal | undefined {
  const { occurredAt: stated } = material.incident
  if (stated) return fieldMoment(stated, 'occurred_at', material)
  const told = readingOf(material).claims.filter(
    (claim) => usable(claim) && claim.cues.has('start') && startIn(claim) !== undefined && !claim.cues.has('plan'),
  )
  const ranked = told
    .map((claim) => ({ claim, rank: rankOfStart(claim) }))
    .toSorted((a, b) => b.rank - a.rank || a.claim.saying.n - b.claim.saying.n)
  const found = ranked.find(({ rank }) => rank > 0)?.claim ?? withMoment([triggerClaim(material), causeClaim(material)])
  const moment = found && startIn(found)
  return found && moment ? { ...proposal(found), moment } : undefined
}

const withMoment = (claims: readonly (Claim | undefined)[]): Claim | undefined =>
  claims.find((claim) => claim !== undefined && startIn(claim) !== undefined)

/** Clocks differ by a little. */
const minuteMs = 60_000

/** What is told of a moment ago is the response, and no beginning. */
const isNow = (moments: Claim['moments'], { at }: Claim['saying']): boolean =>
  moments.length > 0 && moments.every((moment) => Math.abs(at.getTime() - moment.at.getTime()) < 3 * minuteMs)

/** Something that broke tells more than something that was begun; a correction, a log or somebody's agreement more still. */
const rankOfStart = ({ cues, isConfirmed, saying, norm, moments }: Claim): number =>
  1 +
  (cues.has('symptom') || cues.has('impact') ? 3 : 0) +
  (cues.has('correction') ? 4 : 0) +
  (cues.has('confirmed') || isConfirmed ? 2 : 0) +
  (cues.has('culprit') || cues.has('cause') ? 1 : 0) +
  (/発生|始|最初|\b(?:first|start|began|since)/u.test(norm) ? 1 : 0) +
  (saying.line?.marks.includes('timeline') ? 2 : 0) -
  (cues.has('recovery') ? 4 : 0) -
  (cues.has('action') ? 1 : 0) -
  (cues.has('next') || cues.has('need') ? 3 : 0) -
  (isNow(moments, saying) && !cues.has('symptom') && !cues.has('impact') ? 4 : 0) -
  (cues.has('hedge') ? 1 : 0)

/** The moment right after `since`, or the first that the sentence names. */
function startIn({ norm, moments: named, saying }: Claim): Date | undefined {
  const moments = named.filter(({ at }) => at.getTime() <= saying.at.getTime() + minuteMs)
  const after = /\b(?:since|from|at|began|started|starting|start)\b/u.exec(norm)
  const following = after ? moments.find(({ index }) => index >= after.index) : undefined
  return (following ?? moments[0])?.at
}

/** Words by which people say when it was noticed. */
const noticed =
  /(?:検知(?:時刻|は|:)|気づいた(?:の)?は|気付いた(?:の)?は|\b(?:detected at|noticed (?:it )?at|alert(?:ed)? (?:fired )?at|paged at))/u

/** When it was noticed: the field, what says so with a time, or the first alert or word of anybody. */
export function detectedAt(material: Material): GapProposal | undefined {
  const { detectedAt: stated } = material.incident
  if (stated) return fieldMoment(stated, 'detected_at', material)
  const told = readingOf(material).claims.findLast(
    (claim) => stands(claim) && claim.moments.length > 0 && noticed.test(claim.norm),
  )
  const said = told?.moments[0]?.at
  if (told && said) return { ...proposal(told), moment: said }
  const first = firstReport(material)
  return first && { ...proposal(first), moment: first.saying.at }
}

/** A start is often told with `頃だと思います`: it is offered to a person, who confirms it. */
const usable = (claim: Claim): boolean =>
  stands(claim) || (isSaid(claim) && claim.doubt === 'rumour' && !claim.cues.has('hearsay'))

const fieldMoment = (moment: Date, name: 'occurred_at' | 'detected_at', material: Material): GapProposal => ({
  words: clockWords(moment, material),
  sources: [{ is: 'field', name }],
  standing: 'proposed',
  moment,
})
