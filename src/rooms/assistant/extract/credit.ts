import type { Material } from '../material.ts'
import { isButOf, isDeniedBy, isInTrouble, nextOfOthers, termsIn } from './answers.ts'
import { isReported } from './borrowed.ts'
import type { Claim, Saying } from './claim.ts'
import { hasLooked } from './lone.ts'
import { isDeed } from './relapsed.ts'

/**
 * How far a message has earned to be told as it stands, from what can be seen of any message whatever it is about: who looked, what was
 * said of the same things in updates and once it was over, who was answered how. Fitted on the tuned cases of eval/cases (a logistic
 * regression over whether a line was a known fact or a known trap, each case judged by the others: 0.9 of the pairs in order), and rounded.
 */
const worth = {
  none: 1,
  /** Somebody marked it. */
  mark: 0.9,
  app: 0.6,
  /** It names a number, a time, a file, a command or a log. */
  looked: 1.4,
  /** How much of what it speaks of (0 to 1) is spoken of in marks or once it was over, and in updates. */
  ofTheEnd: 0.8,
  ofUpdates: 0.65,
  /** How often its speaker looked elsewhere (0 to 1). */
  lookingSpeaker: 0.5,
  /** Said once it was over: people look back. */
  afterwards: 1.2,
  /** How much it names (0 to 1, at eight terms). */
  size: 1.5,
  /** It narrows or rules out: whoever says so has compared. */
  contrast: 0.8,
  recovery: 0.6,
  change: 0.5,
  start: 0.5,
  /** Something that was done; less where trouble was told right after it, and where something else was done before the end. */
  deed: 0.5,
  deedInTrouble: -0.9,
  deedNotLast: -0.7,
  /** It names a time to come, intends, or depends on something. */
  ahead: -1.9,
  plan: -1.5,
  conditional: -1.5,
  /** It is somebody else's word, or promised by them. */
  reported: -0.8,
  excited: -0.7,
  /** It seems so. */
  softened: -0.5,
  /** One of the next three who spoke, or its thread, denied something of it. */
  denied: -0.9,
  /** Its thread went on about it. */
  answered: -1.1,
  /** One of the next two began with a no or a but. */
  buts: -1.1,
  /** For each claim of its speaker that fell or was a guess, three at most. */
  fallen: -0.4,
} as const

const mostFallen = 3
const manyTerms = 8
const aheadMs = 60_000

const contrasts = /\b(?:but|only|not|never|nothing)\b|だけ|のみ|ではなく|ません|ない/u
const conditional =
  /\b(?:if|would|could|should|unless|might|may)\b|(?:すると|[くぐすつぬぶむる](?<!よる)と、|このまま(?:だと|では)|したら|れば|なら|検討|しようと|たほうが)/u
const promised = /\b(?:promis\w{1,4}|wants?)\b|という|見込み/u
const excited = /[!！]|[😱🎉💦]|笑/u

/** What of a whole conversation decides how far each of its messages is believed. */
export type Credits = (saying: Saying, claims: readonly Claim[]) => number

/** Reads a conversation once; each message is then looked at beside a few others. */
export function creditsOf(sayings: readonly Saying[], { incident }: Material): Credits {
  const { recoveredAt } = incident
  const isLookBack = (saying: Saying) => recoveredAt !== null && saying.at >= recoveredAt
  const spoken = sayings.filter(({ line, byApp }) => line !== undefined && !byApp)
  const next = nextOfOthers(spoken)
  const ends = countedTerms(spoken.filter((saying) => isLookBack(saying) || isMarked(saying)))
  const updates = countedTerms(sayings.filter(({ field }) => field !== undefined && field !== 'summary'))
  const speakers = Map.groupBy(spoken, ({ author }) => author)
  const records = new Map([...speakers].map(([author, each]) => [author, recordOf(each)]))
  const lastDeed = spoken.findLast((saying) => !isLookBack(saying) && saying.claims.some(isActing))
  const threads = new Map<string, Saying>()
  for (const saying of spoken) if (saying.line?.threadTs != null) threads.set(saying.thread, saying)

  return (saying, claims) => {
    const terms = termsIn(saying)
    const own = Number(isMarked(saying) || isLookBack(saying))
    const record = saying.byApp ? undefined : records.get(saying.author)
    const looked = Number(saying.claims.some(hasLooked))
    const answers = next(saying)
    const has = (cue: 'recovery' | 'change' | 'start' | 'softened') =>
      Number(saying.claims.some(({ cues }) => cues.has(cue)))
    const says = (pattern: RegExp) => Number(saying.claims.some(({ norm }) => pattern.test(norm)))
    // Who says much at once says some of it with an if: what is told of it counts.
    const wholly = (is: (claim: Claim) => boolean) => Number(claims.every(is))
    const share = (counted: ReadonlyMap<string, number>, more: number) =>
      terms.size === 0 ? 0 : [...terms].filter((term) => (counted.get(term) ?? 0) > more).length / terms.size
    const lastReply = threads.get(saying.thread)
    const isDone = saying.claims.some((claim) => isDeed(claim) && !claim.cues.has('plan'))
    const fell = (record?.doubted ?? 0) - Number(saying.claims.some(({ doubt }) => doubt !== undefined))
    return (
      worth.none +
      worth.mark * Number(isMarked(saying)) +
      worth.app * Number(saying.byApp) +
      worth.looked * looked +
      worth.ofTheEnd * share(ends, own) +
      worth.ofUpdates * share(updates, 0) +
      worth.lookingSpeaker * (record && record.all > 1 ? (record.looked - looked) / (record.all - 1) : 0.5) +
      worth.afterwards * Number(isLookBack(saying)) +
      worth.size * Math.min(1, terms.size / manyTerms) +
      worth.contrast * says(contrasts) +
      worth.recovery * has('recovery') +
      worth.change * has('change') +
      worth.start * has('start') +
      worth.deed * Number(saying.claims.some(isDeed)) +
      worth.deedInTrouble * Number(isDone && isInTrouble(saying, sayings)) +
      worth.deedNotLast * Number(isDone && lastDeed !== undefined && lastDeed.n > saying.n) +
      worth.ahead * wholly(isAhead) +
      worth.plan * wholly(({ cues }) => cues.has('plan')) +
      worth.conditional * wholly(({ norm }) => conditional.test(norm)) +
      worth.reported * wholly(({ norm }) => isReported(norm) || promised.test(norm)) +
      worth.excited * wholly(({ norm }) => excited.test(norm)) +
      worth.softened * has('softened') +
      worth.denied * Number(answers.some((each) => isDeniedBy(saying, terms, each))) +
      worth.answered * Number(lastReply !== undefined && lastReply.n > saying.n) +
      worth.buts * Number(answers.slice(0, 2).some((each) => isButOf(saying, each))) +
      worth.fallen * Math.min(mostFallen, fell)
    )
  }
}

const isMarked = ({ line }: Saying): boolean => (line?.marks.length ?? 0) > 0

/** In how many sentences each term stands. */
function countedTerms(sayings: readonly Saying[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const { claims } of sayings)
    for (const { terms } of claims) for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1)
  return counted
}

const recordOf = (said: readonly Saying[]) => ({
  all: said.length,
  looked: said.filter(({ claims }) => claims.some(hasLooked)).length,
  doubted: said.filter(({ claims }) => claims.some(({ doubt }) => doubt !== undefined)).length,
})

const isActing = (claim: Claim): boolean => isDeed(claim) && claim.cues.has('action')

const isAhead = ({ moments, saying }: Claim): boolean =>
  moments.some(({ at }) => at.getTime() - saying.at.getTime() > aheadMs)
