import type { Material } from '../material.ts'
import type { Claim, Saying } from './claim.ts'
import { type Evidence, evidenceOf } from './evidence.ts'

/**
 * How far a message has earned to be told as it stands, from what can be seen of any message whatever it is about: who looked, how much
 * its speaker says, what was said of the same things in updates and once it was over, who was answered how. A logistic regression over
 * whether a line was a known fact or a known trap, on the tuned cases of eval/cases, and rounded: the sum is the logarithm of the odds.
 * Each kind of evidence was taken in because it helped on series of cases that the fit had not seen: 0.93 of the pairs in order there.
 */
const worth = {
  none: -0.85,
  /** Somebody marked it. */
  mark: 2,
  app: 2.75,
  /** It names a number, a time, a file, a command or a log. */
  looked: 1.05,
  /** How much of what it speaks of (0 to 1) is spoken of in marks or once it was over, and in updates. */
  ofTheEnd: 2.5,
  ofUpdates: 0.4,
  /** How often its speaker looked elsewhere (0 to 1). */
  lookingSpeaker: 1.25,
  /** Said once it was over: people look back. */
  afterwards: 2.7,
  /** How much it names (0 to 1, at eight terms). */
  size: 1,
  /** It narrows or rules out: whoever says so has compared. */
  contrast: 0.9,
  recovery: -0.3,
  change: -0.15,
  start: 0.1,
  /** Something that was done; less where trouble was told right after it, and where something else was done before the end. */
  deed: 0.8,
  deedInTrouble: -0.85,
  deedNotLast: -0.5,
  /** It names a time to come, intends, or depends on something. */
  ahead: -2.95,
  plan: -0.9,
  conditional: -1.55,
  /** It is somebody else's word, or promised by them. */
  reported: -0.95,
  excited: -1.7,
  /** It seems so. */
  softened: -0.95,
  /** One of the next three who spoke, or its thread, denied something of it. */
  denied: -1.6,
  /** Its thread went on about it. */
  answered: -0.9,
  /** One of the next two began with a no or a but. */
  buts: -1.65,
  /** For each claim of its speaker that fell or was a guess, three at most. */
  fallen: -0.25,
  /** Said in the first part of the response, when everybody guesses. */
  early: -1.2,
  /** How much of all that was said its speaker said (0 to 1): whoever mends it says most. */
  busySpeaker: 5.15,
  /** Its speaker went on in its thread at once, mostly to put it right. */
  ownReply: -3.5,
  /** Somebody counted the same things later and came to another number. */
  outnumbered: -1,
  /** It is an answer in a thread. */
  reply: 1.55,
  hedge: -1.35,
  sarcasm: -4.2,
  laughter: -3.3,
  symptom: -0.45,
  cause: -0.85,
  /** It names a time of day. */
  moment: 0.95,
  /** It begins or ends as people tell what they did themselves. */
  ownDeed: 0.75,
  /** How many sentences it has (0 to 1, at three). */
  several: 0.7,
} as const satisfies Record<keyof Evidence, number>

// The keys of an object of literals are no other texts than these.
const kinds = Object.keys(worth) as readonly (keyof Evidence)[]

/** What of a whole conversation decides how far each of its messages is believed. */
export type Credits = (saying: Saying, claims: readonly Claim[]) => number

/** Reads a conversation once; each message is then looked at beside a few others. */
export function creditsOf(sayings: readonly Saying[], material: Material): Credits {
  const seen = evidenceOf(sayings, material)
  return (saying, claims) => {
    const evidence = seen(saying, claims)
    return kinds.reduce((credit, kind) => credit + worth[kind] * evidence[kind], 0)
  }
}
