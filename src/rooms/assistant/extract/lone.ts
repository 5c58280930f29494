import type { Claim } from './claim.ts'
import { wellIn } from './denied.ts'
import { shared, termsOf } from './terms.ts'

/** How people say flatly what it is, where they have not looked: `it's the firewall`, `redis is down`, `DDoSです`, `二重請求してるじゃん`. */
const flat: readonly RegExp[] = [
  /^(?:(?:ok|okay|k|yeah|yep|well|so|oh|ah|hm+)[, ]+)?(?:then )?(?:it|that|this|these|they)(?:'s|'re| is| are| was| were) (?:definitely |just |clearly |totally |all |only )?(?:the |a |an |our |their |your )?[a-z]/u,
  /^(?:the |our |their |someone |somebody |some )?(?:[\w.-]{2,20} ){1,3}(?:(?:is|are|was|were|has|have|got|must have) )?(?:all |been |just )?(?:down|broken|dead|expired|stuck|died|hacked|compromised|stolen|gone|forgot\w{0,3}|broke)\b/u,
  /^(?:(?:ok|no|well|so|then|yep|yeah|yes|right)[, ]+)*(?:the |our |their )?(?:[\w.-]{2,20} ){1,2}(?:it is\b|(?:is|are) (?:full|overloaded|empty|slow|wrong)\b)/u,
  /^(?:yep|yeah|yes|right|exactly)[, ]+(?:the |our |their )?[\w.-]{3,20}[.! ]*$/u,
  /^(?:every|all|each|none of)\b.{3,40}\b(?:is|are|was|were) (?:wrong|broken|bad|corrupt\w{0,2}|lost|gone|down)\b/u,
  /\b(?:has|have|had|got) to be (?:the|a|an|our|their)\b/u,
  /^(?:100%|defo|definitely|totally|gotta be|must be|for sure),? (?:the |an? |our |their )?[a-z]/u,
  /(?:だな|だね|だよね|からだ(?:ね|よ|な)?|切れ(?:です|だ)(?:ね|よ|な)?)(?:[。!ー…~〜]*$|、)/u,
  /\b(?:broke the|it broke|forgot to|to blame|screwed up|messed up)\b/u,
  /\b(?:we|they)(?:'ve| have| were| are| got)? (?:been |being )?(?:hacked|breached|pwned|attacked|ddosed|compromised)\b/u,
  /^(?:someone|somebody|they)(?:['’]s| is| are|['’]re| has| have)(?: just| clearly)? \w{3,15}(?:ing|ed) (?:us|our|the|it)\b/u,
  /^(?:(?:ok|k|no|well|so)[, ]+)?(?:then )?(?:the |our |their |someone )?(?:[\w.-]{2,20} ){1,3}(?:is|are|has|have) (?:garbage|crap|rubbish|useless|our |the |(?:duplicat|dropp|los|throttl|block|eat|swallow)ing)/u,
  /[\p{Script=Han}\p{Script=Katakana}a-z0-9ー](?:です|だ|でしょ|でしょう|に決まって(?:い)?(?:る|ます))(?:ね|よ|な|わ|よね|なあ|ぞ)?(?:[。!ー…~〜]*$|、)/u,
  /(?:じゃん|やん|のせい(?:です|だ|でしょ)?)[。!ー…~〜\p{L}]{0,3}$/u,
  /(?:割れ|壊れ|死ん|やられ|食らっ|くらっ|漏れ|抜かれ|乗っ取られ)[てで](?:い)?(?:る|ます)(?:ね|よ|な|わ)?[。!ー…~〜]*$/u,
]

/** Whoever names a number, a moment, a file or a command has looked. */
const looked = /[`_]|\d{2}|\w\/\w|\w[.:]\w|\blogs?\b|(?<!プ)ログ(?!イン|アウト)/u

/** What is no guess at what it is: who is here, what was done, what people see, what comes next. */
const otherwise = [
  'action',
  'recovery',
  'detection',
  'next',
  'well',
  'wrong',
  'lucky',
  'need',
  'plan',
  'decision',
  'correction',
  'denial',
  'false-alarm',
  'confirmed',
  'question',
  'chatter',
  'relapse',
  'withdrawal',
] as const

/** Who introduces themselves, takes something on, answers or weighs up. */
const introduces =
  /ハンドラー|担当|入りました|参加|不要|必要|ok|^(?:違い|いえ|いや)|\b(?:handler|handling|on it|here|mine|me|lesson|down to)\b/u

/** This is said of whoever is at hand. */
const blames = /のせい/u

/** `…が原因ですね` waits for others to agree. */
const waits = /(?:です|だ)よ?ね[。!]*$/u

/** A longer sentence tells how it comes about. */
const longest = 70

/** Whether somebody says flatly what it is, with nothing that they have looked at. */
export function isFlat(claim: Claim): boolean {
  const { saying, norm, cues, counts, moments, terms } = claim
  if (!saying.line || saying.byApp || saying.line.marks.length > 0 || norm.length > longest) return false
  if (terms.size === 0 || claim.doubt !== undefined || claim.isConfirmed || introduces.test(norm)) return false
  if (otherwise.some((cue) => cues.has(cue)) || counts.length > 0 || moments.length > 0) return false
  // Who says in so many words that it is the cause has looked, or is answered by whoever has.
  if ((cues.has('culprit') && !blames.test(norm) && !waits.test(norm)) || cues.has('additional')) return false
  return (
    flat.some((pattern) => pattern.test(norm)) &&
    wellIn(norm) === undefined &&
    !/一致/u.test(norm) &&
    !saying.claims.some((each) => hasLooked(each) || each.cues.has('confirmed'))
  )
}

export const hasLooked = ({ norm, counts, moments }: Claim): boolean =>
  counts.length > 0 || moments.length > 0 || looked.test(norm)

const bearing = ['culprit', 'cause', 'confirmed', 'action'] as const

/** Words of somebody else, or of an update, by which a flat word is more than one person's: they looked, did something about it, or say so. */
function bearsOut(claim: Claim, flatly: Claim): boolean {
  if (claim.saying.byApp || claim.isVoid || claim.hasFailed || claim.doubt !== undefined) return false
  if (
    (['question', 'denial', 'correction', 'withdrawal', 'plan', 'relapse'] as const).some((cue) => claim.cues.has(cue))
  )
    return false
  if (repeats(claim, flatly)) return false
  // What an incident was declared as is the first impression itself.
  if (claim.saying.field === 'summary') return false
  if (claim.saying.author === flatly.saying.author && claim.saying.field === undefined) return false
  if (shared(claim.terms, flatly.terms) === 0 || isFoundWell(claim, flatly)) return false
  // A number on the same thing may as well speak against it: it has to say that this is where it comes from, or do something about it.
  // An update that speaks of the same thing may say something else of it.
  if (claim.saying.field !== undefined) return shared(claim.terms, flatly.terms) * 2 > flatly.terms.size
  return shared(claim.terms, flatly.terms) * 2 >= flatly.terms.size && bearing.some((cue) => claim.cues.has(cue))
}

/** What stands between quotation marks is somebody else's. */
const quotations = /["“”「『]([^"“”「」『』]{4,80})["“”」』]/gu

/** Whether a sentence repeats somebody's words in quotation marks: to ask, to doubt or to answer. That says them no second time. */
const repeats = ({ norm }: Claim, said: Claim): boolean =>
  [...norm.matchAll(quotations)].some(([, words]) => words !== undefined && said.norm.includes(words.trim()))

/** Somebody found what it came from, having looked; or an update says so. */
const isFinding = (claim: Claim): boolean =>
  claim.doubt === undefined &&
  !claim.isVoid &&
  !claim.hasFailed &&
  !claim.saying.byApp &&
  !claim.cues.has('question') &&
  !claim.cues.has('plan') &&
  (claim.cues.has('culprit') ||
    claim.cues.has('correction') ||
    (claim.cues.has('cause') && (hasLooked(claim) || claim.saying.field === 'condition')) ||
    (claim.saying.line?.marks.includes('timeline') === true && (claim.cues.has('cause') || claim.cues.has('change'))))

/** Somebody found something else, or found well what was accused. */
const outdoes = (each: Claim, flatly: Claim): boolean => {
  if (each.saying === flatly.saying) return false
  if (isFinding(each)) return shared(each.terms, flatly.terms) === 0
  return isFoundWell(each, flatly)
}

const isFoundWell = (each: Claim, flatly: Claim): boolean => {
  if (each.doubt !== undefined || each.isVoid || each.cues.has('question') || each.cues.has('plan')) return false
  const well = wellIn(each.norm)
  return well !== undefined && shared(termsOf(well), flatly.terms) > 0
}

/**
 * A flat word that nobody bears out stands alone: it is told as unconfirmed, and not at all once somebody has found something else. People
 * seldom take back in words what they said so in the first minutes.
 */
export function leaveAlone(claims: readonly Claim[]): void {
  for (const [at, claim] of claims.entries()) {
    if (!isFlat(claim)) continue
    const later = claims.slice(at + 1, at + 1 + within)
    if (later.some((each) => bearsOut(each, claim))) continue
    claim.isLone = true
    claim.doubt = later.some((each) => outdoes(each, claim)) ? 'superseded' : 'rumour'
    for (const each of later) if (repeats(each, claim) && !hasLooked(each)) each.doubt ??= claim.doubt
    takeAlong(claim, claims.slice(Math.max(0, at - 3), at + 1 + near))
  }
}

/** What was said with a flat word stands as it does; where that is outdone, so is what its speaker went on with, unless they looked. */
function takeAlong(lone: Claim, around: readonly Claim[]): void {
  for (const each of around) {
    if (each === lone || each.doubt !== undefined || each.isConfirmed || hasLooked(each)) continue
    const ofOne = each.saying === lone.saying
    const goesOn =
      (lone.doubt === 'superseded' || insists.test(each.norm)) &&
      each.saying.author === lone.saying.author &&
      each.saying.n > lone.saying.n &&
      each.saying.line?.marks.length === 0 &&
      each.saying.at.getTime() - lone.saying.at.getTime() <= goesOnMs
    const isOfIt =
      insists.test(each.norm) || (['symptom', 'cause', 'impact', 'change'] as const).some((cue) => each.cues.has(cue))
    if (!ofOne && !(goesOn && isOfIt)) continue
    each.doubt = lone.doubt
    each.isLone = true
  }
}

/** Who goes on about the same thing, or insists. */
const insists = /^(?:it|they|that|this)\b|^(?:絶対|だから|間違いなく|どう見ても)/u

/** Within so long, and so many sentences, somebody goes on with what they have just said. */
const goesOnMs = 5 * 60_000
const near = 6

/** So many sentences later a flat word is neither borne out nor outdone. */
const within = 400
