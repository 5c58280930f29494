import { claimsIn } from './claims/answer.ts'
import { checkClaims } from './claims/check.ts'
import type { Checked } from './claims/evidence.ts'
import { isIn } from './claims/language.ts'
import { partsFor } from './purpose.ts'
import type { Asked, portionOf, redactionOver } from './question.ts'
import { texts } from './texts.ts'

/** What is left of an answer, and why sentences were taken out; or why none of it can be used. */
export type ReadAnswer = { checked: readonly Checked[]; faults: readonly string[] } | { unusable: 'shape' | 'language' }

/**
 * Holds each sentence of an answer against what it cites, and puts back what was struck out where its readers may see it. The product and
 * `npm run eval` read answers by this alone.
 */
export function readAnswer(
  asked: Asked,
  { shown, keys }: Pick<ReturnType<typeof portionOf>, 'shown' | 'keys'>,
  value: string,
  redaction: ReturnType<typeof redactionOver>,
): ReadAnswer {
  const claims = claimsIn(value, partsFor[asked.purpose])
  if (!claims || claims.length === 0) return { unusable: 'shape' }
  if (!isIn(asked.language, claims.map(({ words }) => words).join('\n'))) return { unusable: 'language' }
  // What it cites that was not in the request stays as it is, and is found nowhere.
  const cited = claims.map((claim) => ({
    ...claim,
    sources: claim.sources.flatMap((name) => keys.get(name) ?? [`?${name}`]),
  }))
  const people = asked.people.map((name) => redaction.of(name))
  const verdicts = checkClaims(cited, { evidence: shown, people, timeZone: asked.timeZone })
  const original = new Map(asked.evidence.map((each) => [each.key, each]))
  const hidden = texts.in(asked.language)('hidden')
  const checked = verdicts.flatMap(({ checked: it }): Checked[] => {
    if (!it) return []
    const seen = it.sources.flatMap((key) => [original.get(key)?.words ?? '', original.get(key)?.author ?? ''])
    return [{ ...it, words: redaction.back(it.words, seen, hidden) }]
  })
  return { checked, faults: verdicts.flatMap(({ fault }) => fault ?? []) }
}
