import type { Context } from 'hono'
import { type Locale, localeOf, locales } from '../../kit/i18n/index.ts'
import { parseJson } from '../../kit/well-formed.ts'
import { ApiFailure } from './failure.ts'

/** Text as UTF-8 alone: another encoding would be kept as signs that nobody can read. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bytes as text. Throws an `ApiFailure` for what is packed, or is no UTF-8. */
function textOf(c: Context, bytes: ArrayBuffer): string {
  const packed = c.req.header('content-encoding') ?? 'identity'
  if (packed.toLowerCase() !== 'identity') throw new ApiFailure('body-packed', 415)
  try {
    return utf8.decode(bytes)
  } catch {
    // The answer: these bytes are no text.
    throw new ApiFailure('body-not-utf8', 400)
  }
}

/** The body of a call. Throws an `ApiFailure` for what is too large, packed, no UTF-8 or no JSON. */
export async function jsonOf(c: Context): Promise<unknown> {
  try {
    return parseJson(textOf(c, await c.req.arrayBuffer()))
  } catch (error) {
    if (error instanceof ApiFailure) throw error
    if (error instanceof Error && error.name === 'BodyLimitError') throw new ApiFailure('body-too-large', 413)
    throw new ApiFailure('body-not-json', 400)
  }
}

/** How many bytes of a body that is too large are read, so that the answer with the reason arrives. */
const mostDiscarded = 8 * 1024 * 1024

/**
 * Reads what is too large to its end and keeps nothing of it. Answered before, the connection would be closed under the next call that
 * takes it, and a sender that is not done might never read the answer.
 */
export async function discard(c: Context): Promise<void> {
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > mostDiscarded) return
  }
}

/** The language that the caller likes best of those that we speak, by `Accept-Language` and its weights. */
export const localeFor = (c: Context, otherwise: Locale): Locale => {
  const wishes = (c.req.header('accept-language') ?? '').slice(0, 1000).split(',')
  const weighed = wishes.flatMap((wish) => {
    const [tag = '', ...rest] = wish.split(';').map((part) => part.trim())
    const weight = rest.find((part) => part.startsWith('q='))?.slice(2) ?? '1'
    const locale = locales.find((each) => tag.toLowerCase().split('-')[0] === each)
    return locale && Number(weight) > 0 ? [{ locale, weight: Number(weight) }] : []
  })
  const [first = ''] = wishes.map((wish) => wish.split(';')[0]?.trim())
  return (
    weighed.toSorted((a, b) => b.weight - a.weight)[0]?.locale ??
    localeOf(first.replace('*', '') || undefined, otherwise)
  )
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
