import type { Locale } from '../../../kit/i18n/index.ts'

/**
 * Whether a text is in a language, as far as letters tell. Names of things stay as they are in either: Japanese prose has kana between
 * them, English prose has few Japanese letters (a quoted name).
 */
export function isIn(language: Locale, text: string): boolean {
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const other = (text.match(/\p{L}/gu)?.length ?? 0) - kana - han - latin
  const all = kana + han + latin + other
  if (all === 0) return true
  if (language === 'ja') return kana > 0 && (kana + han) / all >= 0.25
  return latin / all >= 0.6
}
