import type { Context } from 'hono'
import { type Locale, localeOf } from '../../kit/i18n/index.ts'
import { ApiFailure } from './failure.ts'

/** The body of a call. Throws an `ApiFailure` for what is too large or no JSON. */
export async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw new ApiFailure('body-too-large', 413)
    throw new ApiFailure('body-not-json', 400)
  }
}

/** The first language that the caller names and we speak. */
export const localeFor = (c: Context, otherwise: Locale): Locale => {
  const first = (c.req.header('accept-language') ?? '').split(',')[0]?.trim()
  return localeOf(first && first !== '*' ? first : undefined, otherwise)
}

/**
 * The query of a call, each name once: what is said several times is a list with commas. Throws an `ApiFailure` for U+0000, which no
 * database keeps.
 */
export function queryOf(c: Context): Record<string, string> {
  const said = Map.groupBy(new URL(c.req.url).searchParams, ([name]) => name)
  const query = [...said].map(([name, values]): [string, string] => [name, values.map(([, value]) => value).join(',')])
  const odd = query.find((each) => each.join('').includes('\0'))
  if (odd) throw new ApiFailure('invalid', 400, odd[0].replaceAll('\0', ''))
  return Object.fromEntries(query)
}
