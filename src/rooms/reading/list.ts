import type { Reader } from '../../kit/db/index.ts'
import { type Looker, mayRead, type Viewer } from '../access/index.ts'
import { type Core, coresOf } from './core.ts'
import { type Cursor, cursorText } from './cursor.ts'
import { idsInOrder, idsKnown, idsRealFirst, idsWithPart, usedTags } from './store.ts'
import type { Order, Wanted } from './wanted.ts'

/**
 * A page of what somebody may know of and looks for, the newest first or in another order; `next` brings the one behind it, null where
 * there is none.
 */
export async function listPage(
  reader: Reader,
  looker: Looker,
  wanted: Wanted,
  { after, limit, order = { by: 'newest' } }: { after?: Cursor | undefined; limit: number; order?: Order | undefined },
): Promise<{ cores: Core[]; next: string | null }> {
  const found = await idsInOrder(reader, looker, wanted, { order, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const cores = await coresOf(
    reader,
    page.map(({ id }) => id),
  )
  return { cores, next: last && found.length > limit ? cursorText(last) : null }
}

/** The first of what somebody may know of and looks for, what is no drill before what is one; `more` are there beside them. */
export async function listFirst(
  reader: Reader,
  looker: Looker,
  wanted: Omit<Wanted, 'holding'>,
  most: number,
): Promise<{ shown: Core[]; more: number }> {
  const { ids, count } = await idsRealFirst(reader, looker, wanted, most)
  return { shown: await coresOf(reader, ids), more: count - ids.length }
}

/** The same, by id alone. */
export const firstIds = idsRealFirst

/** One incident as lists show it; undefined where there is none, or none that the looker may know of. */
export async function listedOne(reader: Reader, looker: Looker, id: string): Promise<Core | undefined> {
  const [core] = (await mayRead(reader, id, looker)) ? await coresOf(reader, [id]) : []
  return core
}

/** Those of these incidents that the looker may know of, in this order. */
export async function coresFor(reader: Reader, looker: Looker, ids: readonly string[]): Promise<Core[]> {
  const known = new Set(await idsKnown(reader, looker, ids))
  return coresOf(
    reader,
    ids.filter((id) => known.has(id)),
  )
}

/** The incidents in which something may wait for a person, by id, the newest first. */
export const withPartOf = (reader: Reader, viewer: Viewer, most: number): Promise<string[]> =>
  idsWithPart(reader, viewer, most)

/** As many are offered and looked for in what people stated. */
const mostTags = 200

/** The workspace's own tags, the most used first: of what is public and real, as far as somebody may know of it. */
export const tagsInUse = (reader: Reader, looker: Looker): Promise<string[]> => usedTags(reader, looker, mostTags)
