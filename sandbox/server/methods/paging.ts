import { refuse } from '../refusal.ts'
import type { Call } from './call.ts'

export function encodeCursor(key: string): string {
  return Buffer.from(`next:${key}`).toString('base64')
}

/** What a cursor of ours points at. Refuses any other with `invalid_cursor`. */
export function decodeCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64').toString('utf8')
  if (!text.startsWith('next:')) refuse('invalid_cursor')
  return text.slice('next:'.length)
}

/** One page of a list, from `cursor` and `limit` of the call. */
export function page<T>(call: Call, all: readonly T[], otherwise: number, most: number): { items: T[]; next: string } {
  const cursor = call.args.optionalText('cursor') ?? ''
  const start = cursor === '' ? 0 : Number(decodeCursor(cursor))
  if (!Number.isInteger(start)) refuse('invalid_cursor')
  const limit = call.args.count('limit', otherwise, most)
  const end = start + limit
  return { items: all.slice(start, end), next: end < all.length ? encodeCursor(String(end)) : '' }
}
