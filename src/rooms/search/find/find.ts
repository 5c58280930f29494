import type { Reader } from '../../../kit/db/index.ts'
import type { Looker } from '../../access/index.ts'
import { type Core, coresOf } from '../../reading/index.ts'
import type { EntryKind } from '../entry.ts'
import { termsOf } from '../terms.ts'
import { type Marked, markedOf } from './marked.ts'
import { entriesFound, type Sought } from './store.ts'

/** What was found in one place: what was said there, around the first hit. */
export type Hit = {
  incidentId: string
  kind: EntryKind
  ref: string
  at: Date
  marked: Marked[]
}

/** Where a page ended. */
export type Behind = { at: Date; id: number }

/** A page of what is found, the newest first; `next` begins behind it. */
export type Page = { hits: Hit[]; cores: Core[]; next: string | null }

/** What somebody looks for, in their words, and where. */
export type Question = { q: string } & Omit<Sought, 'terms'>

/** Looks for what was said and written, of which the looker may know. Nothing is found of words without a letter or a digit. */
export async function find(reader: Reader, looker: Looker, { q, ...where }: Question, limit: number): Promise<Page> {
  const terms = termsOf(q)
  if (terms.length === 0) return { hits: [], cores: [], next: null }
  const { found, last } = await entriesFound(reader, looker, { ...where, terms }, limit + 1)
  const page = found.slice(0, limit)
  const end = page.at(-1)
  // The one more that was asked for is the first of the next page, unless a row before it may not be shown.
  const behind = last && (found.length > limit ? end : last)
  const ids = [...new Set(page.map(({ incidentId }) => incidentId))]
  return {
    hits: page.map(({ incidentId, kind, ref, at, words }) => ({
      incidentId,
      kind,
      ref,
      at,
      marked: markedOf(words, terms),
    })),
    cores: await coresOf(reader, ids),
    next: behind ? behindText(behind) : null,
  }
}

const behindText = ({ at, id }: Behind): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

/** The cursor that a caller brings back; undefined for what is none of ours. */
export function behindOf(text: string): Behind | undefined {
  const [at = '', id = '', ...more] = Buffer.from(text, 'base64url').toString().split(' ')
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
  return isMoment && /^\d{1,15}$/.test(id) && more.length === 0 ? { at: new Date(at), id: Number(id) } : undefined
}
