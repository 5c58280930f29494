import { createInstance } from 'i18next'

/** The languages that people meet. Every text exists in both. */
export const locales = ['ja', 'en'] as const
export type Locale = (typeof locales)[number]

/** Slack's locale (`ja-JP`, `en-US`, …) as one of ours: Japanese for Japanese, English for everybody else. */
export function localeOf(slackLocale: string | undefined, otherwise: Locale): Locale {
  if (!slackLocale) return otherwise
  return slackLocale.toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

/** What may be put into a text's `{{gaps}}`. */
export type Gaps = Record<string, string | number>

/** One namespace in one language: `t('title', { name })`. */
export type Translate<Key extends string> = (key: Key, gaps?: Gaps) => string

/** The texts of one room, both languages, with the same keys (the type of `ja` sets them; a test compares the gaps). */
export type Texts<Key extends string> = {
  readonly namespace: string
  readonly ja: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
  /** The texts in one language. English plurals: add `<key>_one` / `<key>_other` and pass `count`. */
  in(locale: Locale): Translate<Key>
}

const library = createInstance()
// Keys hold dots and colons of their own, so neither separates.
void library.init({
  lng: 'ja',
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})

/**
 * Declares a room's texts. Values come out as plain text: whoever puts a person's words into mrkdwn escapes them first.
 * The namespace is the room's name and is used once.
 */
export function defineTexts<const Ja extends Record<string, string>>(
  namespace: string,
  texts: { ja: Ja; en: { [K in keyof Ja]: string } & Record<string, string> },
): Texts<Extract<keyof Ja, string>> {
  type Key = Extract<keyof Ja, string>
  const speak = {} as Record<Locale, Translate<Key>>
  for (const locale of locales) {
    library.addResourceBundle(locale, namespace, texts[locale], false, true)
    speak[locale] = (key: string, gaps) => library.t(key, { ...gaps, lng: locale, ns: namespace })
  }
  return { namespace, ja: texts.ja, en: texts.en, in: (locale) => speak[locale] }
}

/** Replaces single texts by a company's own words. Keys are `<namespace>.<key>`; an unknown key is returned, not set. */
export function overrideTexts(overrides: Record<string, Partial<Record<Locale, string>>>): string[] {
  const unknown: string[] = []
  for (const [path, words] of Object.entries(overrides)) {
    const dot = path.indexOf('.')
    const namespace = path.slice(0, dot)
    const key = path.slice(dot + 1)
    if (!library.exists(key, { lng: 'ja', ns: namespace })) {
      unknown.push(path)
      continue
    }
    for (const locale of locales) {
      const word = words[locale]
      if (word !== undefined) library.addResource(locale, namespace, key, word)
    }
  }
  return unknown
}
