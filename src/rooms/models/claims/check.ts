import { overstates, saysWhy, turnsRound } from './cues.ts'
import type { Checked, Claim, Evidence } from './evidence.ts'
import { namesIn, peopleIn } from './names.ts'
import { numbersIn, timesIn } from './numbers.ts'
import { localMinute, minuteOf, offsetOf } from './zones.ts'

/** Why a sentence was taken out, for figures and the log; its words are in the ledger. */
export type Fault = 'no-source' | 'unknown-source' | 'number' | 'time' | 'name' | 'person'

export type Ground = {
  evidence: readonly Evidence[]
  /** Names of people who stand in the evidence: whoever is named must be in what is cited. */
  people: readonly string[]
  timeZone: string
}

export type Verdict = { claim: Claim; checked: Checked | undefined; fault: Fault | undefined }

/**
 * Holds each sentence against what it cites. Taken out: without a living source, or with a number, time or name that none of its sources
 * has. An assumption: what says why, what makes certain what a source left open, what turns its source round, and what the model itself
 * calls one.
 */
export function checkClaims(claims: readonly Claim[], ground: Ground): Verdict[] {
  const byKey = new Map(ground.evidence.map((each) => [each.key, each]))
  return claims.map((claim) => {
    const sources = [...new Set(claim.sources)].flatMap((key) => byKey.get(key) ?? [])
    const fault = faultOf(claim, sources, ground)
    if (fault) return { claim, checked: undefined, fault }
    const { words, part } = claim
    const standing = isAssumed(claim, sources) ? ('assumed' as const) : ('fact' as const)
    return { claim, checked: { words, part, standing, sources: sources.map(({ key }) => key) }, fault }
  })
}

function faultOf({ words, sources: cited }: Claim, sources: readonly Evidence[], ground: Ground): Fault | undefined {
  if (cited.length === 0) return 'no-source'
  if (sources.length < new Set(cited).size) return 'unknown-source'
  const offset = offsetOf(ground.timeZone, sources.find(({ at }) => at)?.at ?? new Date(0))
  const said = timesIn(words)
  const known = sources.map((each) => timesIn(each.words))
  const minutes = new Set([
    ...known.flatMap(({ times }) => times.map((time) => localMinute(time, offset))),
    ...sources.flatMap(({ at }) => (at ? [minuteOf(at, offset)] : [])),
  ])
  if (said.times.some((time) => !minutes.has(localMinute(time, offset)))) return 'time'
  const numbers = new Set([
    ...known.flatMap(({ rest }) => numbersIn(rest)),
    ...sources.flatMap((each) => datesOf(each, ground)),
  ])
  if (numbersIn(said.rest).some((number) => !numbers.has(number))) return 'number'
  const texts = sources.map((each) => `${each.author ?? ''}\n${each.words}`.normalize('NFKC').toLowerCase())
  if (namesIn(words).some((name) => !texts.some((text) => text.includes(name.toLowerCase())))) return 'name'
  if (
    peopleIn(words, ground.people).some(
      (name) => !texts.some((text) => text.includes(name.normalize('NFKC').toLowerCase())),
    )
  )
    return 'person'
  return undefined
}

/** The day on which something was said may be named. */
function datesOf({ at }: Evidence, { timeZone }: Ground): string[] {
  if (!at) return []
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at)
  return parts.flatMap(({ type, value }) => (type === 'literal' ? [] : [String(Number(value))]))
}

function isAssumed(claim: Claim, sources: readonly Evidence[]): boolean {
  const { words } = claim
  if (claim.isAssumption || saysWhy(words)) return true
  if (sources.every((each) => overstates(words, each.words))) return true
  return sources.length === 1 && sources.every((each) => turnsRound(words, each.words))
}
