import type { Locale } from '../../kit/i18n/index.ts'
import { announcementTexts, texts } from './texts.ts'

/** What the button is called that only closes a form. */
export const closeLabel = (locale: Locale): string => texts.in(locale)('close')

/** What a form calls the field for a reason. */
export const reasonLabel = (locale: Locale): string => texts.in(locale)('field.reason')

/** What parts the pieces of one line of an announcement. */
export const apartSign = (locale: Locale): string => announcementTexts.in(locale)('apart')
