import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { FieldName, Source, Statement } from '../statement.ts'
import { texts } from '../texts.ts'
import { readingOf } from './candidates.ts'
import { type Claim, stands } from './claim.ts'
import { clipped, clockWords } from './frame.ts'
import { withoutSecrets } from './hidden.ts'
import { joined } from './quotation.ts'

/** So much of the impact that status, time and handler stand within the first 200 characters too. */
const mostOfImpact = 90

/** What was said of the impact: in the last update that still holds, in the incident's field, or else in the channel. */
export function impactSaid(material: Material): { words: string; source: Source; isQuoted?: boolean } | undefined {
  const { sayings, candidates } = readingOf(material)
  const inUpdate = sayings.findLast(
    ({ field, claims }) => field === 'impact' && claims.some(stands) && !claims.every(isOpen),
  )
  if (inUpdate) return { words: joined(inUpdate.claims.filter(stands)), source: inUpdate.source }
  const inField = sayings.find(
    ({ field, claims }) => field === 'known-impact' && claims.some(stands) && !claims.every(isOpen),
  )
  if (inField) return { words: joined(inField.claims.filter(stands)), source: inField.source }
  const best = candidates
    .filter(({ doubt, cues, saying }) => doubt === undefined && cues.has('impact') && !saying.byApp)
    .toSorted((a, b) => b.weight - a.weight)[0]
  const claims = best?.claims.filter(({ cues }) => cues.has('impact')).slice(0, 1) ?? []
  return best && claims.length > 0 ? { words: joined(claims), source: best.saying.source, isQuoted: true } : undefined
}

/** `調査中`, `unknown`: says that nobody knows it yet. */
const isOpen = ({ norm }: Claim): boolean =>
  norm.length < 40 &&
  /(?:調査中|確認中|不明|未確認|調べて(?:い)?ます|unknown|investigating|tbd|being (?:checked|confirmed)|not known|unclear)/u.test(
    norm,
  )

/** The impact, cut so that the rest of the line finds its place; people's words in quotes. */
function impactWords({ words, isQuoted }: { words: string; isQuoted?: boolean }, language: Locale): string {
  const short = clipped(words, mostOfImpact)
  return isQuoted ? texts.in(language)('quote', { words: short }) : short
}

/** The first moment that somebody stated: the start, or else what is known instead of it. */
function begun({ incident: { occurredAt, detectedAt, declaredAt } }: Material): {
  key: 'occurred' | 'detected' | 'declared'
  field: FieldName
  at: Date
} {
  if (occurredAt) return { key: 'occurred', field: 'occurred_at', at: occurredAt }
  if (detectedAt) return { key: 'detected', field: 'detected_at', at: detectedAt }
  return { key: 'declared', field: 'declared_at', at: declaredAt }
}

/** One line for executives: status, impact, since when, who leads. Only what was said; what was not is said to be missing. */
export function executiveLine(material: Material, language: Locale): Statement {
  const t = texts.in(language)
  const { incident, handler } = material
  const impact = impactSaid(material)
  const start = begun(material)
  const ended = incident.recoveredAt
  const head = `${t(`kind.${incident.kind}`)}${t(`status.${incident.status}`)}`
  const parts = [
    head,
    impact ? t('line.impact', { impact: impactWords(impact, language) }) : t('line.impact.none'),
    t(`line.${start.key}`, { when: clockWords(start.at, material, language) }),
    ...(ended && incident.status !== 'responding'
      ? [t('line.recovered', { when: clockWords(ended, material, language) })]
      : []),
    handler ? t('line.handler', { name: clipped(handler.name, 30) }) : t('line.handler.none'),
    clipped(withoutSecrets(`${incident.service[language]}: ${incident.summary}`), 150) + putRight(material, language),
  ]
  const sources: [Source, ...Source[]] = [
    { is: 'field', name: 'status' },
    ...(impact ? [impact.source] : []),
    { is: 'field', name: start.field },
    { is: 'field', name: 'handler' },
    { is: 'field', name: 'summary' },
  ]
  return { words: parts.join(t('line.between')), sources, standing: 'stated' }
}

/** That the words it was declared with were put right later. */
function putRight(material: Material, language: Locale): string {
  const claims = readingOf(material).sayings.find(({ field }) => field === 'summary')?.claims ?? []
  return claims.some(({ doubt }) => doubt === 'superseded' || doubt === 'withdrawn')
    ? texts.in(language)('put-right')
    : ''
}
