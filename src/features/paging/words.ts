import type { Locale } from '../../kit/i18n/index.ts'
import { texts } from './form-texts.ts'

/** What forms call the field that says what people are needed for. */
export const whyLabel = (locale: Locale): string => texts.in(locale)('field.why')
