import { z } from 'zod'
import type { Locale } from '../../../kit/i18n/index.ts'

/** Words in both languages. */
export type Localized = Record<Locale, string>

/**
 * Words as an admin writes them: one text for both languages, or `{ ja, en }`. A language left out takes the other's words.
 * `limit` is in characters, where Slack cuts or refuses more.
 */
export function localized(limit: number) {
  const words = z.string().trim().min(1, 'words').max(limit)
  return z
    .union([words, z.strictObject({ ja: words.optional(), en: words.optional() })])
    .refine((value) => typeof value === 'string' || (value.ja ?? value.en) !== undefined, 'words')
    .transform((value): Localized => {
      if (typeof value === 'string') return { ja: value, en: value }
      return { ja: value.ja ?? value.en ?? '', en: value.en ?? value.ja ?? '' }
    })
}

/** A name that stands on a button or in a menu: 75 characters is Slack's limit for both. */
export const label = localized(75).meta({ id: 'label' })

/** A few sentences: the limit is that of a section's text. */
export const paragraph = localized(3000).meta({ id: 'paragraph' })
