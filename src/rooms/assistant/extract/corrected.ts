import { back, isAssertion } from './back.ts'
import type { Claim } from './claim.ts'
import { momentsIn } from './clock-times.ts'
import { countsIn } from './counts.ts'
import { deniedIn, wellIn } from './denied.ts'
import { isFlat } from './lone.ts'
import { shared, termsOf } from './terms.ts'

/** What a later and surer sentence puts right: a cause, a number, a moment, something that it rules out. The later one wins. */
export function correct(claim: Claim, before: readonly Claim[], timeZone: string): void {
  ruleOut(claim, before, timeZone)
  if (claim.doubt === 'rumour') return
  exonerate(claim, before)
  rename(claim, before)
  insist(claim, before)
  reach(claim, before)
  if (claim.cues.has('culprit')) nameCulprit(claim, before)
  replaceNumber(claim, before)
  if (claim.cues.has('correction') || claim.cues.has('withdrawal')) {
    recount(claim, before)
    retime(claim, before)
  }
  if (claim.cues.has('false-alarm')) standDown(before)
}

const supersede = (target: Claim, claim: Claim) => {
  if (target.saying === claim.saying && target.cues.has('correction')) return
  if (target.doubt !== 'withdrawn') target.doubt = 'superseded'
  target.isConfirmed = false
}

/** `DNS は関係ありませんでした`: whatever blamed or suspected it before. */
function ruleOut(claim: Claim, before: readonly Claim[], timeZone: string): void {
  if (claim.doubt === 'rumour' && !claim.cues.has('withdrawal')) return
  if (!claim.cues.has('denial') && !claim.cues.has('correction') && !claim.cues.has('withdrawal')) return
  // `平日じゃなくて良かった`, `カレンダーじゃなくて監視に入れる`: nothing is ruled out.
  if (ideas.some((cue) => claim.cues.has(cue)) || claim.saying.line?.marks.includes('action')) return
  const denied = deniedIn(claim.norm)
  if (!denied) return
  const but = termsOf(denied.but)
  const not = new Set([...termsOf(denied.not)].filter((term) => !but.has(term)))
  const { at } = claim.saying
  const wrongTimes = momentsIn(denied.not, at, timeZone).map((moment) => moment.at.getTime())
  const wrongCounts = countsIn(denied.not)
  for (const each of back(before)) {
    if (each.saying === claim.saying || each.saying.byApp) continue
    const isWrong =
      each.moments.some((moment) => wrongTimes.includes(moment.at.getTime())) ||
      each.counts.some(({ unit, value }) => wrongCounts.some((count) => count.unit === unit && count.value === value))
    if (isWrong) supersede(each, claim)
    if (not.size === 0 || !isAssertion(each) || each.cues.has('denial') || each.saying.byApp) continue
    if (shared(not, each.terms) === 0) continue
    // Who said the right thing already keeps it.
    if (but.size > 0 && shared(but, each.terms) > shared(not, each.terms)) continue
    if (claim.cues.has('denial') && !claim.cues.has('correction') && !isBlaming(each)) continue
    supersede(each, claim)
  }
}

const ideas = ['next', 'well', 'wrong', 'lucky', 'need'] as const

/** A sentence that guesses or says what is to blame; a plain observation stays true when the guess was wrong. */
const isBlaming = ({ cues }: Claim): boolean =>
  cues.has('hedge') || cues.has('hearsay') || cues.has('culprit') || cues.has('cause') || cues.has('impact')

/** A cause that somebody found outdoes guesses at others, and, where it says that it puts right, what was taken for certain. */
function nameCulprit(claim: Claim, before: readonly Claim[]): void {
  if (claim.cues.has('additional') || claim.cues.has('plan') || claim.cues.has('denial')) return
  const putsRight = claim.cues.has('correction')
  for (const each of back(before)) {
    if (each.saying === claim.saying) continue
    const isGuess =
      each.doubt === 'rumour' && (each.cues.has('cause') || each.cues.has('hedge') || each.cues.has('hearsay'))
    if (!isGuess && !(putsRight && each.cues.has('culprit'))) continue
    if (each.cues.has('impact') && !each.cues.has('cause')) continue
    if (each.cues.has('additional')) continue
    if (shared(claim.terms, each.terms) > 0) {
      // A surer word on the same thing: the guess was right, unless it is put right in part.
      if (isGuess && !putsRight) each.isConfirmed = true
      else if (isGuess) each.doubt = 'superseded'
      continue
    }
    supersede(each, claim)
  }
}

/** `正しくは 1,204 件`: whatever gave another number of the same things. */
function recount(claim: Claim, before: readonly Claim[]): void {
  if (claim.counts.length === 0) return
  let isDone = false
  for (const each of back(before)) {
    if (each.saying.byApp || !gives(each, claim)) continue
    const isOwn = each.saying.author === claim.saying.author
    if (
      isOwn ||
      (isOfReach(claim) && isOfReach(each)) ||
      shared(claim.terms, each.terms) > 0 ||
      roughly.test(each.norm)
    ) {
      supersede(each, claim)
      isDone = true
    }
  }
  // In other words for the same things (`200 downloads`, `57 invoices`): the last rough number of whoever corrects it.
  if (isDone) return
  for (const each of back(before)) {
    if (each.saying === claim.saying || each.saying.author !== claim.saying.author) continue
    if (!/\d{2}/u.test(each.norm) || each.moments.length > 0 || !roughly.test(each.norm)) continue
    supersede(each, claim)
    return
  }
}

/** `87件は今日分の集計で、重複を除くと64アカウント`: what gave the number that it names first, and puts another beside. */
function replaceNumber(claim: Claim, before: readonly Claim[]): void {
  const right = claim.counts.at(-1)
  const wrong = claim.counts.slice(0, -1).filter(({ value }) => value !== right?.value)
  if (!right || wrong.length === 0) return
  for (const each of back(before)) {
    if (each.saying === claim.saying || each.saying.byApp) continue
    const isNamed = each.counts.some(({ unit, value }) =>
      wrong.some((count) => count.unit === unit && count.value === value),
    )
    if (isNamed && !each.counts.some(({ value }) => value === right.value)) supersede(each, claim)
  }
}

const isOfReach = ({ cues }: Claim): boolean => cues.has('impact') || cues.has('people')

/** `発生は 13:52 でした`: whatever gave another start. */
function retime(claim: Claim, before: readonly Claim[]): void {
  if (claim.moments.length === 0 || !claim.cues.has('start')) return
  for (const each of back(before)) {
    if (!each.cues.has('start') || each.moments.length === 0 || each.saying.byApp) continue
    const isSame = each.moments.some(({ at }) => claim.moments.some((moment) => moment.at.getTime() === at.getTime()))
    if (!isSame) supersede(each, claim)
  }
}

/** Within so long `bank is up` answers `the bank is down`; and only while nothing was done in between that mended it. */
const answersMs = 120 * 60_000

/** Somebody looked and found it well: who said that it was down was wrong, where nobody has done anything to it since. */
function exonerate(claim: Claim, before: readonly Claim[]): void {
  if (claim.saying.byApp || claim.cues.has('plan') || claim.cues.has('next')) return
  const well = wellIn(claim.norm)
  const terms = well === undefined ? undefined : termsOf(well)
  if (!terms || terms.size === 0) return
  for (const each of back(before, 40)) {
    if (claim.saying.at.getTime() - each.saying.at.getTime() > answersMs) return
    if (each.saying === claim.saying || each.saying.byApp || each.saying.field !== undefined) continue
    if (each.cues.has('action') || each.cues.has('recovery')) return
    if (!isBlaming(each) && !each.cues.has('symptom') && !isAbout(each, terms) && !isFlat(each)) continue
    // A long sentence tells more than that one thing is down.
    if (shared(terms, each.terms) * 2 >= Math.min(terms.size, each.terms.size)) supersede(each, claim)
  }
}

/** `ゲートウェイが2回処理してる`: the thing that was found well is what the sentence accuses. */
const isAbout = ({ norm }: Claim, terms: ReadonlySet<string>): boolean => {
  const subject = /^(.{1,24}?)が.{0,40}(?:てる|ている|てます|ています)/u.exec(norm)?.[1]
  return subject !== undefined && shared(termsOf(subject), terms) > 0
}

/** Words by which people say that a number is not the last one. */
const roughly =
  /(?:約|くらい|ぐらい|ほど|程度|ざっと|およそ|たしか|少なくとも|以上|\b(?:about|around|roughly|approx\w{0,9}|some|at least|so far|over|nearly|almost|by the looks|~))/u

/** `no, 40,000 is messages`, `1,200 は契約の総数`: whatever gave this number of something else. */
function rename(claim: Claim, before: readonly Claim[]): void {
  if (claim.saying.byApp) return
  const named =
    /^(?:(?:no|nope|いや|いえ)[,、 ]+)?(?:その|the |すみません、? ?)?(\d[\d,]{1,12}) ?[\p{Script=Han}万千億]{0,3}(?:は|って| ?(?:is|are|was|were) )/u.exec(
      claim.norm,
    )?.[1]
  if (!named || claim.moments.length > 0) return
  const number = named.replace(/[.,]$/u, '')
  const alone = new RegExp(`(?<![\\d,.:])${number.replaceAll('.', '\\.')}(?![\\d]|[,.:]\\d)`, 'u')
  for (const each of back(before, 60)) {
    if (each.saying === claim.saying || each.saying.byApp) continue
    if (number.length >= 2 && alone.test(each.norm)) supersede(each, claim)
  }
}

/** Who goes on blaming what somebody has looked at and found well says nothing new. */
function insist(claim: Claim, before: readonly Claim[]): void {
  if (claim.saying.byApp || claim.counts.length > 0 || claim.moments.length > 0 || claim.saying.field) return
  if (!insists.test(claim.norm) && !isFlat(claim)) return
  for (const each of back(before, 60)) {
    if (each.doubt !== 'superseded' || each.saying === claim.saying) continue
    if (shared(each.terms, claim.terms) * 2 < Math.min(each.terms.size, claim.terms.size) || claim.terms.size === 0)
      continue
    claim.doubt = 'superseded'
    return
  }
}

const insists = /(?:でしょ|だろ|だって|に決まって)|\b(?:has to be|must be|still think|it is|i bet|surely)\b/u

/** How many it reached, told anew: a rough number of the same things before is outdone. */
function reach(claim: Claim, before: readonly Claim[]): void {
  if (claim.counts.length === 0 || claim.cues.has('next') || claim.saying.byApp || roughly.test(claim.norm)) return
  for (const each of back(before)) {
    if (each.saying.byApp || each.saying === claim.saying) continue
    const isOwn = each.saying.author === claim.saying.author
    const isRough = roughly.test(each.norm) || each.doubt === 'rumour'
    if (!isOwn && !(isOfReach(claim) && isOfReach(each)) && !(isRough && ofOneKind(each, claim))) continue
    const both = claim.saying.field === 'impact' && each.saying.field === 'impact'
    if (!isRough && !both) continue
    const isSameKind = claim.cues.has('impact') === each.cues.has('impact') || shared(claim.terms, each.terms) > 0
    if (!isSameKind && !both && !ofOneKind(each, claim)) continue
    if (gives(each, claim)) supersede(each, claim)
  }
}

/** Units that count anything: 件 of orders and 件 of calls are different numbers. */
const anything = /^(?:人|user|customer|people|件|回|割|%|台|本|枚|request|item|ticket|time)$/u

/** Whether both count the same kind of thing by its own name. */
const ofOneKind = (a: Claim, b: Claim): boolean =>
  a.counts.some(({ unit }) => !anything.test(unit) && b.counts.some((count) => count.unit === unit))

/** Whether one gives another number of what the other counts, and not the same one too. */
const gives = (each: Claim, claim: Claim): boolean =>
  each.counts.some(({ unit, value }) => {
    const same = claim.counts.filter((count) => count.unit === unit)
    return unit !== '%' && same.length > 0 && same.every((count) => count.value !== value)
  })

/** It was nothing: what was feared before is not so. What raised the alarm stays what it was. */
function standDown(before: readonly Claim[]): void {
  for (const each of back(before)) {
    if (each.saying.byApp || each.cues.has('false-alarm') || each.cues.has('denial')) continue
    if (each.cues.has('detection') && !each.cues.has('culprit')) continue
    if (each.doubt === 'rumour' || each.cues.has('impact') || each.cues.has('culprit')) {
      each.doubt = 'superseded'
      each.isConfirmed = false
    }
  }
}
