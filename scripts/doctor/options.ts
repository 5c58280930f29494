import { parseArgs } from 'node:util'
import { type Locale, localeOf, locales } from '../../src/kit/i18n/index.ts'

export type Options = { json: boolean; tries: boolean; locale: Locale }

/** What was typed wrong, for the person who typed it. */
export class Mistyped extends Error {}

/** Reads `--json`, `--try` and `--lang ja|en`; without the last the language is that of `LC_ALL` or `LANG`. Throws `Mistyped`. */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, try: { type: 'boolean' }, lang: { type: 'string' } },
    })
    const { json = false, try: tries = false, lang } = values
    const locale =
      lang === undefined ? localeOf(env.LC_ALL || env.LANG || undefined, 'en') : locales.find((each) => each === lang)
    if (!locale) throw new Error(`--lang ${lang}`)
    return { json, tries, locale }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Mistyped(`${said}. Usage / 使い方: npm run doctor -- [--json] [--try] [--lang ja|en]`)
  }
}
