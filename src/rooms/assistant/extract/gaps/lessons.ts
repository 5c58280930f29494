import type { Material } from '../../material.ts'
import type { GapProposal } from '../../statement.ts'
import { readingOf } from '../candidates.ts'
import { type Claim, isSaid, stands } from '../claim.ts'
import { wellIn } from '../denied.ts'
import { best, has } from './best.ts'
import { isDisbelieved } from './disbelieved.ts'
import { standing } from './events.ts'
import { proposal } from './proposal.ts'

/** Whom it reached and how many: the last count that still holds. */
export function affected(material: Material): GapProposal | undefined {
  const claim = best(
    standing(material),
    (each) => {
      const isCounted = each.counts.length > 0
      const isOfPeople = each.cues.has('people') || each.counts.some(({ unit }) => unit === '人' || unit === '社')
      if (!each.cues.has('impact') && !(isCounted && (isOfPeople || each.cues.has('symptom')))) return 0
      if (isDisbelieved(each, material)) return 0
      return (
        1 +
        (isCounted ? 4 : 0) +
        2 * has(each, 'impact') +
        2 * Math.max(has(each, 'people'), each.counts.some(({ unit }) => /^[人件社]$|店舗/u.test(unit)) ? 1 : 0) +
        has(each, 'symptom') +
        2 * Math.max(has(each, 'correction'), each.isConfirmed ? 1 : 0) +
        (each.cues.has('confirmed') ? (each.cues.has('impact') ? 1 : -2) : 0) +
        (each.saying.field === 'impact' ? 1 : 0) -
        2 * has(each, 'plan', 'next', 'need', 'well', 'lucky', 'wrong') -
        (each.cues.has('recovery') && !each.cues.has('impact') ? 1 : 0) -
        (each.cues.has('denial') || wellIn(each.norm) !== undefined ? 3 : 0)
      )
    },
    { latest: true },
  )
  return claim && proposal(claim)
}

/** Lessons are spoken of once it is over: in the last part of the conversation, or after the recovery. */
function lateness(material: Material): (claim: Claim) => number {
  const { sayings } = readingOf(material)
  const { recoveredAt } = material.incident
  const end = recoveredAt ? sayings.findIndex(({ at }) => at >= recoveredAt) : -1
  const from = end >= 0 ? end : Math.floor(sayings.length * 0.7)
  return ({ saying }) => (saying.n >= from ? 1.5 : saying.n < sayings.length / 3 ? -1.5 : 0)
}

/** Somebody's own word on what went well, wrong or by luck: no one's conclusion. */
export function lesson(material: Material, cue: 'well' | 'wrong' | 'lucky'): GapProposal | undefined {
  const late = lateness(material)
  const claim = best(
    // `運が良かったと思います` is an opinion, and asked for.
    readingOf(material).claims.filter(
      (each) => (stands(each) || (isSaid(each) && each.doubt === 'rumour')) && each.saying.line && !each.saying.byApp,
    ),
    (each) => {
      if (!each.cues.has(cue)) return 0
      const size = Math.min(1.5, each.terms.size / 4)
      return 3 + late(each) + size - otherwise(each, cue) - 2 * has(each, 'need') - (each.norm.length < 10 ? 2 : 0)
    },
    { least: 1.5 },
  )
  return claim && proposal(claim)
}

/** Luck is not skill, and what went wrong is not what will be done about it. */
function otherwise(claim: Claim, cue: 'well' | 'wrong' | 'lucky'): number {
  if (cue === 'well') return 2 * has(claim, 'lucky', 'wrong') + has(claim, 'next', 'hearsay', 'chatter')
  return cue === 'wrong' ? 2 * has(claim, 'lucky') + has(claim, 'next') : 0
}

/** What is to be done so that it does not happen again: ideas that somebody marked, then those that are worded as such. */
export function next(material: Material): Claim[] {
  const late = lateness(material)
  const rank = (each: Claim) => {
    const marked = each.saying.line?.marks.includes('action') ? 5 : 0
    // Once it is over, what somebody says they will do is done so that it does not come again.
    const isIntent = late(each) > 0 && each.cues.has('plan') && each.terms.size >= 3 && !each.cues.has('question')
    if (!marked && !each.cues.has('next')) return isIntent ? 1.6 : 0
    return 2 + marked + late(each) + Math.min(1, each.terms.size / 3) - has(each, 'chatter', 'recovery')
  }
  return readingOf(material)
    .claims.filter((each) => isSaid(each) && each.doubt !== 'withdrawn' && each.saying.line && !each.saying.byApp)
    .map((claim) => ({ claim, rank: rank(claim) }))
    .filter(({ rank: value }) => value > 1.5)
    .toSorted((a, b) => b.rank - a.rank || b.claim.saying.n - a.claim.saying.n)
    .map(({ claim }) => claim)
}
