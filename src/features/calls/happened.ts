import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** How it reads afterwards who was called. */
export const callsHappened = happening({
  'calls.made': {
    kind: 'people',
    tell({ data: { function: key, people } }, { locale, settings, who }) {
      const t = texts.in(locale)
      if (!key) return t('calls.made', { who, people })
      return t('calls.made.function', { who, people, function: settings.functions[key]?.name[locale] ?? key })
    },
  },
  'calls.unanswered': {
    kind: 'missed',
    tell: ({ data }, { locale }) => texts.in(locale)('calls.unanswered', { count: data.count }),
  },
  ...plainly(changeTexts, ['calls.answered', 'calls.released']),
})
