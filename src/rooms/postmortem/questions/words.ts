import type { Locale } from '../../../kit/i18n/index.ts'
import type { SectionKey } from '../postmortem.ts'
import type { Asked } from './question.ts'
import { texts } from './texts.ts'

/** The question about something that is missing, or the one that a section answers. */
export const questionWords = (about: Asked | SectionKey, locale: Locale): string => texts.in(locale)(`ask.${about}`)

/** What a good answer has in it. */
export const questionHint = (about: Exclude<Asked, 'mini' | 'level'> | SectionKey, locale: Locale): string =>
  texts.in(locale)(`hint.${about}`)
