import type { Material } from '../material.ts'
import { isButOf, isDeniedBy, isInTrouble, nextOfOthers, termsIn } from './answers.ts'
import { isReported } from './borrowed.ts'
import type { Claim, Saying } from './claim.ts'
import type { Cue } from './cues/cue.ts'
import { hasLooked } from './lone.ts'
import { isDeed } from './relapsed.ts'

const mostFallen = 3
const manyTerms = 8
const aheadMs = 60_000

const contrasts = /\b(?:but|only|not|never|nothing)\b|だけ|のみ|ではなく|ません|ない/u
const conditional =
  /\b(?:if|would|could|should|unless|might|may)\b|(?:すると|[くぐすつぬぶむる](?<!よる)と、|このまま(?:だと|では)|したら|れば|なら|検討|しようと|たほうが)/u
const promised = /\b(?:promis\w{1,4}|wants?)\b|という|見込み/u
const excited = /[!！]|[😱🎉💦]|笑/u

/** How much of each kind of evidence a message has: mostly 0 or 1, or a share. */
export type Evidence = ReturnType<ReturnType<typeof evidenceOf>>

/** What speaks for and against each message of a conversation. Reads it once; each message is then looked at beside a few others. */
export function evidenceOf(sayings: readonly Saying[], { incident }: Material) {
  const { recoveredAt, declaredAt } = incident
  const isLookBack = (saying: Saying) => recoveredAt !== null && saying.at >= recoveredAt
  const spoken = sayings.filter(({ line, byApp }) => line !== undefined && !byApp)
  const next = nextOfOthers(spoken)
  const ends = countedTerms(spoken.filter((saying) => isLookBack(saying) || isMarked(saying)))
  const updates = countedTerms(sayings.filter(({ field }) => field !== undefined && field !== 'summary'))
  const speakers = Map.groupBy(spoken, ({ author }) => author)
  const records = new Map([...speakers].map(([author, each]) => [author, recordOf(each)]))
  const lastDeed = spoken.findLast((saying) => !isLookBack(saying) && saying.claims.some(isActing))
  const places = new Map(spoken.map((saying, at) => [saying, at]))
  const outnumbered = outnumberedIn(sayings)
  const threads = new Map<string, Saying>()
  for (const saying of spoken) if (saying.line?.threadTs != null) threads.set(saying.thread, saying)

  return (saying: Saying, claims: readonly Claim[]) => {
    const terms = termsIn(saying)
    const own = Number(isMarked(saying) || isLookBack(saying))
    const record = saying.byApp ? undefined : records.get(saying.author)
    const looked = Number(saying.claims.some(hasLooked))
    const answers = next(saying)
    const has = (cue: Cue) => Number(saying.claims.some(({ cues }) => cues.has(cue)))
    const says = (pattern: RegExp) => Number(saying.claims.some(({ norm }) => pattern.test(norm)))
    // Who says much at once says some of it with an if: what is told of it counts.
    const wholly = (is: (claim: Claim) => boolean) => Number(claims.every(is))
    const share = (counted: ReadonlyMap<string, number>, more: number) =>
      terms.size === 0 ? 0 : [...terms].filter((term) => (counted.get(term) ?? 0) > more).length / terms.size
    const lastReply = threads.get(saying.thread)
    const place = places.get(saying)
    const following = place === undefined ? undefined : spoken[place + 1]
    const isDone = saying.claims.some((claim) => isDeed(claim) && !claim.cues.has('plan'))
    const fell = (record?.doubted ?? 0) - Number(saying.claims.some(({ doubt }) => doubt !== undefined))
    return {
      none: 1,
      mark: Number(isMarked(saying)),
      app: Number(saying.byApp),
      looked,
      ofTheEnd: share(ends, own),
      ofUpdates: share(updates, 0),
      lookingSpeaker: record && record.all > 1 ? (record.looked - looked) / (record.all - 1) : 0.5,
      afterwards: Number(isLookBack(saying)),
      size: Math.min(1, terms.size / manyTerms),
      contrast: says(contrasts),
      recovery: has('recovery'),
      change: has('change'),
      start: has('start'),
      deed: Number(saying.claims.some(isDeed)),
      deedInTrouble: Number(isDone && isInTrouble(saying, sayings)),
      deedNotLast: Number(isDone && lastDeed !== undefined && lastDeed.n > saying.n),
      ahead: wholly(isAhead),
      plan: wholly(({ cues }) => cues.has('plan')),
      conditional: wholly(({ norm }) => conditional.test(norm)),
      reported: wholly(({ norm }) => isReported(norm) || promised.test(norm)),
      excited: wholly(({ norm }) => excited.test(norm)),
      softened: has('softened'),
      denied: Number(answers.some((each) => isDeniedBy(saying, terms, each))),
      answered: Number(lastReply !== undefined && lastReply.n > saying.n),
      buts: Number(answers.slice(0, 2).some((each) => isButOf(saying, each))),
      fallen: Math.min(mostFallen, fell),
      early: Number(place !== undefined && saying.at >= declaredAt && place < spoken.length * early),
      busySpeaker: record ? record.all / spoken.length : 0,
      ownReply: Number(following !== undefined && isOwnReply(following, saying)),
      outnumbered: Number(outnumbered(saying)),
      reply: Number(saying.line?.threadTs != null),
      hedge: has('hedge'),
      sarcasm: has('sarcasm'),
      laughter: has('laughter'),
      symptom: has('symptom'),
      cause: has('cause'),
      moment: Number(saying.claims.some(({ moments }) => moments.length > 0)),
      ownDeed: says(ownDeed),
      several: Math.min(1, (saying.claims.length - 1) / 2),
    }
  }
}

/** The first part of what was said after the declaration, when everybody guesses. */
const early = 0.35

/** `rolled it back`, `戻しました`: the speaker's own deed, or their own look. */
const ownDeed = /^(?:i|i['’](?:ve|m|ll|d)|we|we['’](?:ve|re))\b|(?:しました|ました|済み|済)(?:[。!]|$)/u

/** Who answers themselves at once puts it right. */
const isOwnReply = (following: Saying, saying: Saying): boolean =>
  following.author === saying.author && following.thread === saying.thread && following.line?.threadTs != null

/** Whether somebody counted the same things later and came to another number. */
function outnumberedIn(sayings: readonly Saying[]): (saying: Saying) => boolean {
  type Last = { value: number; n: number; other: number }
  const last = new Map<string, Last>()
  for (const { claims, byApp, n } of sayings) {
    if (byApp) continue
    for (const { unit, value } of claims.flatMap(({ counts }) => counts)) {
      const was = last.get(unit)
      if (!was) last.set(unit, { value, n, other: -1 })
      else if (was.value === value) was.n = n
      else last.set(unit, { value, n, other: was.n })
    }
  }
  return ({ claims, n }) =>
    claims.some(({ counts }) =>
      counts.some(({ unit, value }) => {
        const { value: lastValue, n: lastAt, other } = last.get(unit) ?? { value, n: -1, other: -1 }
        return value === lastValue ? other > n : lastAt > n
      }),
    )
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
