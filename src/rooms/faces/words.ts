import type { Locale } from '../../kit/i18n/index.ts'
import { announcementTexts, cardTexts, texts } from './texts.ts'

/** What the button is called that only closes a form. */
export const closeLabel = (locale: Locale): string => texts.in(locale)('close')

/** What a form calls the field for a reason. */
export const reasonLabel = (locale: Locale): string => texts.in(locale)('field.reason')

/** What parts the pieces of one line of an announcement. */
export const apartSign = (locale: Locale): string => announcementTexts.in(locale)('apart')

/** What parts the pieces of one line of the card. */
export const cardApart = (locale: Locale): string => cardTexts.in(locale)('apart')

/** What joins two of the card's words. */
export const cardAnd = (locale: Locale): string => cardTexts.in(locale)('checkpoint.and')

/** How many more things there are than a line of the card names. */
export const moreThings = (count: number, locale: Locale): string => cardTexts.in(locale)('more', { count })

/** How many more troubles there are than the card names. */
export const moreTroubles = (count: number, locale: Locale): string => cardTexts.in(locale)('problem.more', { count })

/** How many more people there are than a line of the card names. */
export const morePeople = (count: number, locale: Locale): string => cardTexts.in(locale)('crew.more', { count })

/** When people hear next, as a part of an announcement. `moment` as it is shown there. */
export const nextUpdateWords = (moment: string, locale: Locale): string =>
  announcementTexts.in(locale)('detail.next', { when: moment })
