import { dateFormat, type Locale } from '../../../kit/i18n/index.ts'
import type { Report } from '../../updates/index.ts'
import type { Material } from '../material.ts'
import type { FieldName, Letter, Source } from '../statement.ts'
import { letterTexts } from './letter-texts.ts'

/** A moment as a letter writes it, with its day and its zone. */
function inFull(at: Date, { timeZone }: Material, language: Locale): string {
  return dateFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at)
}

/** What was written for customers: the last update's word on them, or else the incident's field. Never what was said in the channel. */
function impactForOutside(material: Material): { words: string; source: Source } | undefined {
  const update = material.updates.findLast(({ impact }) => impact)
  if (update?.impact) return { words: update.impact, source: { is: 'update', n: update.n } }
  const { impact } = material.incident
  return impact ? { words: impact, source: { is: 'field', name: 'impact' } } : undefined
}

/** What a model wrote in the place of what stands in fields; null where it wrote nothing. */
export type LetterProse = { impact: string | null; note: string | null }

const nothing: LetterProse = { impact: null, note: null }

/** A letter while it is put together: what stands in it, from where, and what somebody has to fill in. */
class Draft {
  readonly lines: string[] = []
  readonly sources: Source[] = []
  readonly missing: FieldName[] = []
}

function fieldOf(
  draft: Draft,
  name: FieldName,
  words: string | null | undefined,
  blank: string,
  source?: Source,
): string {
  if (!words) {
    draft.missing.push(name)
    return blank
  }
  draft.sources.push(source ?? { is: 'field', name })
  return words
}

/** What a company may say of a response that goes on: that somebody works on it only once somebody leads or has reported. */
function stateOf({ incident, handler, updates }: Material): 'responding' | 'checking' | 'recovered' {
  if (incident.status !== 'responding') return 'recovered'
  return handler || updates.length > 0 ? 'responding' : 'checking'
}

/**
 * A notice for customers (第一報, 続報, 最終報) as a draft that a person edits and sends, made only from fields that were written for outside.
 * What nobody has stated yet is left to fill in.
 */
export function noticeFor(material: Material, report: Report, language: Locale, prose: LetterProse = nothing): Letter {
  const { incident } = material
  const t = letterTexts.in(language)
  const draft = new Draft()
  const impact = impactForOutside(material)
  const next = material.updates.at(-1)?.nextAt
  const isOver = report === 'final'
  const service = fieldOf(draft, 'service', incident.service[language], t('blank'))
  draft.lines.push(
    t(`mark.${incident.kind}`) + t(`notice.title.${report}`, { service }),
    '',
    t(`notice.greeting.${report}`, { service }),
    '',
  )
  draft.lines.push(t('line.service', { words: service }))
  draft.lines.push(
    t('line.impact', {
      words: fieldOf(draft, 'impact', impact && (prose.impact ?? impact.words), t('blank'), impact?.source),
    }),
  )
  draft.lines.push(
    t('line.occurred', {
      words: fieldOf(draft, 'occurred_at', moment(incident.occurredAt, material, language), t('checking')),
    }),
  )
  if (isOver) {
    const recovered = moment(incident.recoveredAt, material, language)
    draft.lines.push(t('line.recovered', { words: fieldOf(draft, 'recovered_at', recovered, t('blank')) }))
    draft.lines.push(t('line.note', { words: fieldOf(draft, 'recovery_note', noteOf(incident, prose), t('blank')) }))
  } else {
    draft.lines.push(t(`line.state.${stateOf(material)}`))
    if (next) draft.lines.push(t('line.next', { words: inFull(next, material, language) }))
  }
  draft.lines.push('', t(`notice.end.${report}`))
  return { words: draft.lines.join('\n'), sources: draft.sources, missing: draft.missing }
}

/** A 障害報告書 for customers, from the same fields: cause, action and prevention are left to who writes it. */
export function reportFor(material: Material, language: Locale, prose: LetterProse = nothing): Letter {
  const { incident } = material
  const t = letterTexts.in(language)
  const draft = new Draft()
  const impact = impactForOutside(material)
  const at = (name: 'occurred_at' | 'detected_at' | 'recovered_at', value: Date | null) =>
    fieldOf(draft, name, moment(value, material, language), t('blank'))
  const lines = [
    t(`mark.${incident.kind}`) + t('report.title'),
    t('report.written', { words: inFull(material.now, material, language) }),
    '',
    t('report.service', { words: fieldOf(draft, 'service', incident.service[language], t('blank')) }),
    t('report.times', {
      occurred: at('occurred_at', incident.occurredAt),
      detected: at('detected_at', incident.detectedAt),
      recovered: at('recovered_at', incident.recoveredAt),
    }),
    t('report.impact', {
      words: fieldOf(draft, 'impact', impact && (prose.impact ?? impact.words), t('blank'), impact?.source),
    }),
    t('report.cause', { words: t('blank') }),
    t('report.action', { words: fieldOf(draft, 'recovery_note', noteOf(incident, prose), t('blank')) }),
    t('report.prevention', { words: t('blank') }),
    '',
    t('report.end'),
  ]
  return { words: lines.join('\n'), sources: draft.sources, missing: draft.missing }
}

const noteOf = ({ recoveryNote }: Material['incident'], { note }: LetterProse) => recoveryNote && (note ?? recoveryNote)

const moment = (at: Date | null, material: Material, language: Locale): string | null =>
  at ? inFull(at, material, language) : null
