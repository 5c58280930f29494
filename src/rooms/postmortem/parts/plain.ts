import { inert } from '../../../kit/markdown/index.ts'
import { incidentTypes, type Placeholder } from '../../settings/index.ts'
import { type Document, type Reading, wordsOfSection } from '../document.ts'
import { sectionOf } from '../postmortem.ts'
import { texts } from '../texts.ts'
import { gapWords } from './words.ts'

/**
 * What a placeholder stands for in plain words, for what is read as data: no Markdown, nothing unseen. Undefined for what is a table or a
 * list, and has no plain form.
 */
export function plainWords(name: Placeholder, title: string, document: Document, reading: Reading): string | undefined {
  const { locale, settings } = reading
  const { incident } = document
  const t = texts.in(locale)
  switch (name) {
    case 'title':
      return inert(title)
    case 'status':
      return t(`status.${incident.status}`)
    case 'service':
      return settings.services[incident.service]?.name[locale] ?? incident.service
    case 'level':
      return incident.level
        ? (settings.levels.steps.find(({ key }) => key === incident.level)?.label[locale] ?? incident.level)
        : gapWords('level', reading)
    case 'types': {
      const named = incidentTypes.filter((type) => incident.types.includes(type))
      return named.length > 0
        ? named.map((type) => settings.types[type].label[locale]).join(t('and'))
        : gapWords('types', reading)
    }
    default: {
      const section = sectionOf(name)
      if (!section) return undefined
      const words = wordsOfSection(section, document)
      const gap = document.gaps.find((each) => each === section)
      return words ? words.split(/\r?\n/).map(inert).join('\n') : gap ? gapWords(gap, reading) : ''
    }
  }
}
