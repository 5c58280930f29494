import type { Locale } from '../../../kit/i18n/index.ts'
import type { Material } from '../material.ts'
import type { FieldName, Source, Statement } from '../statement.ts'
import { texts } from '../texts.ts'
import { clipped, clockWords } from './frame.ts'

/** So much of the impact that status, time and handler stand within the first 200 characters too. */
const mostOfImpact = 90

/** What was said last of the impact: in an update, or else in the incident's own field. */
export function impactStated(material: Material): { words: string; source: Source } | undefined {
  const update = material.updates.findLast(({ impact }) => impact)
  if (update?.impact) return { words: update.impact, source: { is: 'update', n: update.n } }
  const { impact } = material.incident
  return impact ? { words: impact, source: { is: 'field', name: 'impact' } } : undefined
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
  const impact = impactStated(material)
  const start = begun(material)
  const ended = incident.recoveredAt
  const head = `${t(`kind.${incident.kind}`)}${t(`status.${incident.status}`)}`
  const parts = [
    head,
    impact ? t('line.impact', { impact: clipped(impact.words, mostOfImpact) }) : t('line.impact.none'),
    t(`line.${start.key}`, { when: clockWords(start.at, material) }),
    ...(ended && incident.status !== 'responding' ? [t('line.recovered', { when: clockWords(ended, material) })] : []),
    handler ? t('line.handler', { name: clipped(handler.name, 30) }) : t('line.handler.none'),
    clipped(`${incident.service[language]}: ${incident.summary}`, 150),
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
