import type { Material } from '../material.ts'
import type { ActionProposal, Statement, UpdateDraft } from '../statement.ts'
import { readingOf } from './candidates.ts'
import { type Claim, stands } from './claim.ts'
import { best, has } from './gaps/best.ts'
import { next } from './gaps/lessons.ts'
import { proposal } from './gaps/proposal.ts'
import { normal } from './sentences.ts'
import { shared, termsOf } from './terms.ts'

/** What the next update could say, each field by itself, from what was said since the last one. For a form only. */
export function draftUpdate(material: Material): UpdateDraft {
  const since = material.updates.at(-1)?.at
  const claims = readingOf(material).claims.filter(
    (claim) => stands(claim) && claim.saying.line !== undefined && (!since || claim.saying.at > since),
  )
  const pick = (rank: (claim: Claim) => number): Statement | null => {
    const claim = best(claims, rank, { latest: true })
    return claim ? proposal(claim) : null
  }
  // What customers read is the sentence on the impact alone: what was said with it was said to colleagues.
  const alone = (found: Statement | null, rank: (claim: Claim) => number): Statement | null => {
    const claim = found && best(claims, rank, { latest: true })
    return claim ? { ...found, words: claim.words } : null
  }
  const ofImpact = (each: Claim): number =>
    each.saying.byApp || !each.cues.has('impact')
      ? 0
      : 3 + has(each, 'people', 'correction') + (each.counts.length > 0 ? 2 : 0) - 2 * has(each, 'next', 'recovery')
  return {
    condition: pick((each) =>
      each.saying.byApp
        ? 0
        : 3 * has(each, 'recovery', 'relapse', 'culprit') +
          has(each, 'symptom', 'cause') -
          3 * has(each, 'next', 'chatter'),
    ),
    action: pick((each) =>
      each.saying.byApp
        ? 0
        : 3 * has(each, 'action') + has(each, 'decision', 'change') - 3 * has(each, 'next', 'wrong', 'need'),
    ),
    need: pick((each) =>
      each.saying.byApp
        ? 0
        : 3 * has(each, 'need') - 2 * has(each, 'chatter', 'recovery', 'next') - (each.terms.size < 2 ? 3 : 0),
    ),
    impact: alone(pick(ofImpact), ofImpact),
  }
}

/** More than these nobody reads through. */
const mostActions = 5

/** So much of its words in common with an item that is there already: it is that one. */
const same = 0.5

/** Whoever says so does it: `私がやります`, `I'll file a ticket`. */
const own =
  /(?:私|僕|自分|わたし|ぼく|俺)(?:が|で|の方で)|(?:やります|起票します|切ります|作ります|書いておきます|やっておきます)|\bi(?:['’]ll| will| can|['’]m going to)\b/u

/** Action items that somebody's words ask for and that stand on no list yet. */
export function proposeActions(material: Material): ActionProposal[] {
  const listed = material.actions.flatMap(({ title }) => (title ? [termsOf(normal(title))] : []))
  return next(material)
    .filter(({ terms }) => !listed.some((each) => terms.size > 0 && shared(terms, each) / terms.size >= same))
    .slice(0, mostActions)
    .map((claim) => ({ ...proposal(claim), owner: own.test(claim.norm) ? (claim.saying.line?.author ?? null) : null }))
}
