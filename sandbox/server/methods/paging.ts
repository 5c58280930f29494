import { methodFacts } from '../../coverage/index.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import type { Listed } from '../workspace/roll.ts'
import type { Call } from './call.ts'

export function encodeCursor(key: string): string {
  return Buffer.from(`next:${key}`).toString('base64')
}

/** `invalid_cursor`, where Slack documents it of the method. */
function refuseCursor(call: Call): never {
  if (methodFacts.get(call.method)?.errors.includes('invalid_cursor')) refuse('invalid_cursor')
  refuseArguments('invalid cursor [json-pointer:/cursor]')
}

/** What a cursor of ours points at. Refuses any other. */
export function decodeCursor(call: Call, cursor: string): string {
  const text = Buffer.from(cursor, 'base64').toString('utf8')
  if (!text.startsWith('next:')) refuseCursor(call)
  return text.slice('next:'.length)
}

/** How many a page holds: what was asked for, no more than the method allows, and no more than the workspace was told to give. */
export function pageLimit(call: Call, otherwise: number, most: number): number {
  const asked = call.args.count('limit', otherwise, most)
  return Math.min(asked, call.workspace.settled.page_size ?? asked)
}

/** One page of a list, from `cursor` and `limit` of the call. */
export function page<T>(
  call: Call,
  all: Listed<T>,
  otherwise: number,
  most: number,
): { items: readonly T[]; next: string } {
  const cursor = call.args.optionalText('cursor') ?? ''
  const start = cursor === '' ? 0 : Number(decodeCursor(call, cursor))
  if (!Number.isInteger(start)) refuseCursor(call)
  const limit = pageLimit(call, otherwise, most)
  const end = start + limit
  return { items: all.slice(start, end), next: end < all.length ? encodeCursor(String(end)) : '' }
}
