import { createInstance } from 'i18next'

export { dateFormat } from './date-format.ts'

/** The languages that people meet. Every text exists in both. */
export const locales = ['ja', 'en'] as const
export type Locale = (typeof locales)[number]

/** Slack's or a browser's locale (`ja-JP`, `en-US`, …) as one of ours: Japanese for Japanese, English for everybody else. `*` is any. */
export function localeOf(slackLocale: string | undefined, otherwise: Locale): Locale {
  if (!slackLocale || slackLocale.startsWith('*')) return otherwise
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
  // A text that says nothing, ours or a company's own, is nothing, and not its name.
  returnEmptyString: true,
  initAsync: false,
})

/** Every text by its name, as we wrote it. */
const declared = new Map<string, { namespace: string; key: string; words: Record<Locale, string> }>()

/**
 * Declares a room's texts. Values come out as plain text: whoever puts a person's words into mrkdwn escapes them first.
 * The namespace begins with a room's name; several files may share it, each with keys of its own, since operators' files name texts by it.
 */
export function defineTexts<const Ja extends Record<string, string>>(
  namespace: string,
  texts: { ja: Ja; en: { [K in keyof Ja]: string } & Record<string, string> },
): Texts<Extract<keyof Ja, string>> {
  type Key = Extract<keyof Ja, string>
  // Every language is filled in below.
  const speak = {} as Record<Locale, Translate<Key>>
  for (const key of Object.keys(texts.ja)) {
    const words = { ja: texts.ja[key] ?? '', en: texts.en[key] ?? '' }
    declared.set(`${namespace}.${key}`, { namespace, key, words })
  }
  for (const locale of locales) {
    library.addResourceBundle(locale, namespace, texts[locale], false, true)
    speak[locale] = (key: string, gaps) => library.t(key, { ...gaps, lng: locale, ns: namespace })
  }
  return { namespace, ja: texts.ja, en: texts.en, in: (locale) => speak[locale] }
}

/** The names of all texts, `<namespace>.<key>`. Complete once every room is loaded. */
export const textNames = (): string[] => [...declared.keys(), ...retired]

/** Names of texts that nobody says any more: a company's words for them hold no start up. */
const retired = new Set<string>()
export function retireTexts(...names: string[]): void {
  for (const name of names) retired.add(name)
}

/**
 * Puts a company's own words in the place of ours, by the texts' names; texts not named say what we wrote, so that an
 * override taken back is gone. Unknown names are passed over: the settings refuse them before.
 */
export function overrideTexts(overrides: Readonly<Record<string, Partial<Record<Locale, string | undefined>>>>): void {
  for (const [name, { namespace, key, words }] of declared) {
    for (const locale of locales) {
      library.addResource(locale, namespace, key, overrides[name]?.[locale] ?? words[locale])
    }
  }
}
