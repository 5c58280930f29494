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
