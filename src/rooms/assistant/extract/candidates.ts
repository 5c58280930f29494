import type { Material } from '../material.ts'
import type { Doubt } from '../statement.ts'
import { type Claim, isSaid, type Saying, sayingsOf, stands } from './claim.ts'
import { type Credits, creditsOf } from './credit.ts'
import type { Cue } from './cues/cue.ts'
import { isCaseOfRelapse } from './relapsed.ts'
import { spineOf } from './spine.ts'
import { judge } from './standing.ts'
import { type Standing, weightOfSaying } from './weight.ts'

/** A message that may be quoted: those of its sentences that may, in their order. */
export type Candidate = {
  saying: Saying
  claims: readonly Claim[]
  cues: ReadonlySet<Cue>
  terms: ReadonlySet<string>
  doubt: Doubt | undefined
  weight: number
  /** How far it has earned to be told as it stands. */
  credit: number
}

/** A message of so much credit is told though it is about nothing that was done or stated. */
const goodCredit = 2.6

/** All that was said, judged, with what may be quoted of it. */
export type Reading = {
  sayings: readonly Saying[]
  claims: readonly Claim[]
  candidates: readonly Candidate[]
  /** How far a message is believed; what was stated in a field has no credit to earn. */
  creditOf: (saying: Saying) => number | undefined
}

const read = new WeakMap<Material, Reading>()

/** Reads the material, once for each. */
export function readingOf(material: Material): Reading {
  const kept = read.get(material)
  if (kept) return kept
  const sayings = sayingsOf(material)
  const claims = judge(sayings, material.timeZone, material.incident)
  const credits = creditsOf(sayings, material)
  const candidates = candidatesOf(material, sayings, spineOf(claims, material), credits)
  const creditOf = (saying: Saying) => (saying.line ? credits(saying, saying.claims) : undefined)
  const reading = { sayings, claims, candidates, creditOf }
  read.set(material, reading)
  return reading
}

function candidatesOf(
  material: Material,
  sayings: readonly Saying[],
  spine: ReadonlySet<Claim>,
  credits: Credits,
): Candidate[] {
  const replies = new Map<string, number>()
  for (const { thread } of sayings) replies.set(thread, (replies.get(thread) ?? 0) + 1)
  const shapes = new Set<string>()
  let hasApp = false
  return sayings.flatMap((saying): Candidate[] => {
    if (!saying.line) return []
    const shape = shapeOf(saying)
    const isRepeat = shapes.has(shape)
    shapes.add(shape)
    const isFirst = saying.byApp && !hasApp && !saying.claims.some(({ cues }) => cues.has('recovery'))
    if (isFirst) hasApp = true
    const context: Standing = { material, replies: (replies.get(saying.thread) ?? 1) - 1, isRepeat, isFirst }
    const isGood = credits(saying, saying.claims) >= goodCredit
    const standing = saying.claims.filter(
      (claim) => stands(claim) && (spine.has(claim) || isGood) && !isOutrun(claim, material) && !isInVain(claim),
    )
    const guessed = saying.claims.filter((claim) => isSaid(claim) && claim.doubt === 'rumour' && !claim.isConfirmed)
    return [
      candidate(saying, standing, undefined, credits, context),
      candidate(saying, guessed, 'rumour', credits, context),
    ].filter((each) => each !== undefined)
  })
}

function candidate(
  saying: Saying,
  claims: readonly Claim[],
  doubt: Doubt | undefined,
  credits: Credits,
  context: Standing,
): Candidate | undefined {
  if (claims.length === 0) return undefined
  return {
    saying,
    claims,
    cues: new Set(claims.flatMap(({ cues }) => [...cues])),
    terms: new Set(claims.flatMap(({ terms }) => [...terms])),
    doubt,
    weight: weightOfSaying(saying, claims, context),
    credit: credits(saying, claims),
  }
}

/** Words by which people say what they expect. */
const expects =
  /(?:見込み|見通し|目処|めど|到着予定|\b(?:eta|expected (?:at|by|around)|should (?:be|arrive|take)|will (?:arrive|take))\b)/u

/** `40 店舗で失敗、再送しています`, `draining 1b`: what somebody was at, and not what came of it. */
const isAtIt =
  /(?:再送|再実行|再起動|切り?替え|適用|復元|展開|配布|入れ替え|差し替え|対応|作業|進め|やり直)(?:し)?て(?:い)?(?:ます|る)(?:[。!]|$)|(?:途中|最中|作業中|対応中|再送中|実行中|適用中|展開中)(?:です)?(?:[。!]|$)|^(?:draining|rolling|restarting|rebooting|reverting|building|deploying|scaling|failing over|purging|flushing|restoring|switching|moving|adding|raising|lowering)\b(?!.{0,60}\b(?:done|worked|helped)\b)/u

/** Words by which people say what they are about to do: what they did is told by whoever did it. */
const intends =
  /(?:(?:する|やる|行う|入れる|出す|戻す|止める)?予定(?:です|。|$)|つもりです|これから|\b(?:(?:i|we|they|he|she)(?:['’]ll| will| am going to| are going to|['’]re going to|['’]m going to)|will (?!not\b)\w{3,12}|going to|about to|in (?:5|10|15|20|30) min(?:utes)?|unless|hold(?:ing)? (?:for )?\d{1,3}|if (?:i|we|you|they|this|it|the)|^if)\b|^もし|^仮に)/u

/** Once it is over, what was expected on the way tells nothing that came. */
const isOutrun = ({ norm, saying, cues, moments }: Claim, { incident }: Material): boolean =>
  incident.recoveredAt !== null &&
  saying.at < incident.recoveredAt &&
  (expects.test(norm) ||
    intends.test(norm) ||
    isCaseOfRelapse(norm) ||
    isAtIt.test(norm) ||
    isAhead(moments, saying.at)) &&
  !cues.has('cause') &&
  !cues.has('culprit') &&
  !saying.line?.marks.includes('timeline')

/** `6:15 に抽出を止めます`: whoever names a time that is still to come tells a plan. */
const isAhead = (moments: Claim['moments'], saidAt: Date): boolean =>
  moments.length > 0 && moments.every(({ at }) => at.getTime() - saidAt.getTime() > 60_000)

/** What was done and did no good is left out: who reads it takes it for the remedy. */
const isInVain = ({ hasFailed, cues, saying }: Claim): boolean =>
  hasFailed && !cues.has('relapse') && !saying.line?.marks.includes('timeline')

/** What an app says again and again differs in its numbers alone. */
const shapeOf = ({ byApp, line, n }: Saying): string =>
  byApp ? (line?.words ?? '').replace(/[\d.,:%]+/gu, '#').slice(0, 120) : `${n}`
