import { inline, oneLine } from '../../kit/markdown/index.ts'
import { filled, incidentTypes, type Placeholder } from '../settings/index.ts'
import type { Document, Reading } from './document.ts'
import { rolesTable } from './parts/people.ts'
import { plainWords } from './parts/plain.ts'
import { linksList, nextText, sectionText } from './parts/sections.ts'
import { timelineTable } from './parts/timeline.ts'
import { durationsTable, levelsTable, timesTable } from './parts/times.ts'
import { gapMark, levelName } from './parts/words.ts'
import { texts } from './texts.ts'

/** A title longer than this is no title, in characters. */
const longestTitle = 120

/** What the document is called, in plain words. */
export function titleOf({ incident }: Document, { locale, settings }: Reading): string {
  const service = settings.services[incident.service]?.name[locale] ?? incident.service
  const t = texts.in(locale)
  const summary = [...oneLine(incident.summary)]
  const short = summary.length > longestTitle ? `${summary.slice(0, longestTitle - 1).join('')}…` : summary.join('')
  return t('title', { mark: incident.kind === 'real' ? '' : t(`mark.${incident.kind}`), service, summary: short })
}

/** The whole document in GitHub's Markdown. Nothing that people wrote is anything else than text in it. */
export function renderDocument(document: Document, reading: Reading): string {
  const { incident } = document
  const t = texts.in(reading.locale)
  const section = (key: Parameters<typeof sectionText>[0]) => () => sectionText(key, document, reading)
  const parts: Record<Placeholder, () => string> = {
    title: () => inline(titleOf(document, reading)),
    notice: () => (incident.kind === 'real' ? '' : t(`notice.${incident.kind}`)),
    status: () => t(`status.${incident.status}`),
    service: () => inline(reading.settings.services[incident.service]?.name[reading.locale] ?? incident.service),
    level: () => (incident.level ? levelName(incident.level, reading) : gapMark('level', reading)),
    types: () => typeNames(document, reading),
    times: () => timesTable(document, reading),
    durations: () => durationsTable(document, reading),
    levels: () => levelsTable(document, reading),
    roles: () => rolesTable(document, reading),
    summary: section('summary'),
    impact: section('impact'),
    affected: section('affected'),
    timeline: () => timelineTable(document, reading),
    cause: section('cause'),
    trigger: section('trigger'),
    detection: section('detection'),
    resolution: section('resolution'),
    well: section('well'),
    wrong: section('wrong'),
    lucky: section('lucky'),
    next: () => nextText(document, reading),
    links: () => linksList(document, reading),
  }
  const title = titleOf(document, reading)
  const whole = filled(document.template.markdown, {
    markdown: (name) => parts[name](),
    plain: (name) => plainWords(name, title, document, reading) ?? parts[name](),
  })
  return `${whole
    .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function typeNames({ incident }: Document, reading: Reading): string {
  const { locale, settings } = reading
  const named = incidentTypes.filter((type) => incident.types.includes(type))
  if (named.length === 0) return gapMark('types', reading)
  return named.map((type) => inline(settings.types[type].label[locale])).join(texts.in(locale)('and'))
}
