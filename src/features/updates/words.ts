import type { Locale } from '../../kit/i18n/index.ts'
import { texts } from './form-texts.ts'

/** What forms call the field for what customers notice. */
export const impactLabel = (locale: Locale): string => texts.in(locale)('field.impact')

/** In so many minutes, as an option of a form. */
export const inMinutes = (minutes: number, locale: Locale): string => texts.in(locale)('next.minutes', { minutes })
