import { type Locale, useLocale } from './locale.ts'

/** The texts of one room, both languages, with the same keys. */
export type Texts<Key extends string> = Record<Locale, Record<Key, string>>

export const defineTexts = <const Ja extends Record<string, string>>(texts: {
  ja: Ja
  en: Record<keyof Ja, string>
}): Texts<Extract<keyof Ja, string>> => texts

/** What stands in the gaps of a text, `{gap}`. */
export type Gaps = Record<string, string | number>

export const said = (text: string, gaps: Gaps = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in gaps ? String(gaps[name]) : whole))

/** One room's texts in the language of whoever looks. */
export function useWords<Key extends string>(texts: Texts<Key>): (key: Key, gaps?: Gaps) => string {
  const locale = useLocale()
  return (key, gaps) => said(texts[locale][key], gaps)
}
