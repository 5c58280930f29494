import type { Locale } from '../../kit/i18n/index.ts'
import { texts } from './form-texts.ts'

/** The button that changes one property for another. */
export const changeLabel = (locale: Locale): string => texts.in(locale)('submit.change')
