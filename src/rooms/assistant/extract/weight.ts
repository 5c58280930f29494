import type { Material } from '../material.ts'
import type { Claim, Saying } from './claim.ts'
import type { Cue } from './cues/cue.ts'

/** What a sentence of each kind is worth to somebody who was not there. Tuned on half of the cases in eval/cases. */
const worth: Partial<Record<Cue, number>> = {
  culprit: 5,
  cause: 2,
  impact: 3,
  people: 0.5,
  symptom: 1.5,
  detection: 2,
  change: 2.5,
  start: 1,
  action: 3,
  recovery: 3.5,
  relapse: 2,
  decision: 1.5,
  correction: 2.5,
  'false-alarm': 5,
  confirmed: 1,
  denial: 0.5,
  withdrawal: -4,
  next: 2,
  well: 1.5,
  wrong: 2,
  lucky: 2.5,
  need: -0.5,
  plan: -1.5,
  chatter: -3,
  laughter: -1.5,
}

/** What somebody's mark on a message adds. */
const markWorth = { timeline: 7, action: 4, done: 2, todo: 1, hypothesis: 1 } as const

/** Sentences of fewer letters than these say little by themselves. */
const short = 8

export function weightOf({ cues, counts, moments, norm, terms }: Claim): number {
  // Whoever names things and numbers tells something, in whatever words.
  let weight = Math.min(1.5, terms.size / 4) + (/\d/u.test(norm) ? 0.5 : 0)
  for (const cue of cues) weight += worth[cue] ?? 0
  if (counts.length > 0) weight += cues.has('impact') || cues.has('people') ? 2.5 : 1.5
  if (moments.length > 0) weight += cues.has('start') ? 2 : 1
  return norm.length < short ? weight - 2 : weight
}

/** Where a message stands: in its thread, and among what apps say. */
export type Standing = { material: Material; replies: number; isRepeat: boolean; isFirst: boolean }

/** A message by its best sentence, and less of the others; what somebody marked, the handler's words and what many answered are worth more. */
export function weightOfSaying(
  saying: Saying,
  claims: readonly Claim[],
  { material, replies, isRepeat, isFirst }: Standing,
): number {
  const weights = claims.map(weightOf).toSorted((a, b) => b - a)
  let weight = weights.reduce((sum, each, at) => sum + (each > 0 ? each / 2 ** at : each / 4), 0)
  for (const mark of saying.line?.marks ?? []) weight += markWorth[mark]
  if (saying.author !== null && saying.author === material.handler?.id) weight += 1
  if (replies >= 3) weight += 1
  // The first alert is how it was noticed; what apps say afterwards is mostly noise.
  if (saying.byApp) weight += isFirst ? 3 : isRepeat ? -12 : -1.5
  return weight
}
