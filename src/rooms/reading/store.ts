import { sql } from 'kysely'
import type { Reader } from '../../kit/db/index.ts'
import { amongThoseOf, type Looker, readableBy, takenPartBy, takesPartInMany, type Viewer } from '../access/index.ts'
import type { Cursor } from './cursor.ts'
import type { Order, Wanted } from './wanted.ts'

/** Every list of incidents begins here: what the looker may know of, narrowed to what they look for. */
async function chosen(reader: Reader, looker: Looker, wanted: Wanted) {
  let query = reader.selectFrom('incidents').where(readableBy(looker))
  const { statuses, services, levels, types, tags, kinds, visibilities, from, before, partOf, except } = wanted
  for (const [column, values] of [
    ['status', statuses],
    ['service', services],
    ['level', levels],
    ['kind', kinds],
    ['visibility', visibilities],
  ] as const)
    if (values) query = query.where(sql<boolean>`${sql.ref(`incidents.${column}`)} = any(${[...values]}::text[])`)
  if (types) query = query.where(sql<boolean>`incidents.types && ${[...types]}::text[]`)
  if (tags) query = query.where(sql<boolean>`incidents.tags && ${[...tags]}::text[] and incidents.tags <> '{}'`)
  if (from) query = query.where('declared_at', '>=', from)
  if (before) query = query.where('declared_at', '<', before)
  if (except) query = query.where('id', '<>', except)
  if (partOf) query = query.where(await quickest(reader, partOf))
  // Of what is private, and to guests, only that is known in which they take part.
  const isPersonal = looker?.userId !== undefined && (looker.isConfined || visibilities?.join() === 'private')
  if (isPersonal && looker.userId !== partOf) query = query.where(await quickest(reader, looker.userId))
  return query
}

/** That a person takes part, the way it is found quickest. */
const quickest = async (reader: Reader, userId: string) =>
  (await takesPartInMany(reader, userId)) ? takenPartBy(userId) : amongThoseOf(userId)

type Chosen = Awaited<ReturnType<typeof chosen>>

/** The ids of a page in this order, at most `limit`; `after` begins behind an earlier page of the same order. */
export async function idsInOrder(
  reader: Reader,
  looker: Looker,
  wanted: Wanted,
  { order, after, limit }: { order: Order; after: Cursor | undefined; limit: number },
): Promise<Cursor[]> {
  const query = await chosen(reader, looker, wanted)
  if (order.by === 'level') return idsByLevel(reader, query, wanted, { levels: order.levels, after, limit })
  return firstOf(reader, behind(query, order.by, after), wanted, { isOldestFirst: order.by === 'oldest', limit })
}

/** The newest so many are looked through for words one by one: what stands in many is found there. */
const walked = 500

/** The first of what is chosen, by the declaration. */
async function firstOf(
  reader: Reader,
  query: Chosen,
  { holding }: Wanted,
  { isOldestFirst = false, limit }: { isOldestFirst?: boolean; limit: number },
): Promise<Cursor[]> {
  const way = isOldestFirst ? 'asc' : 'desc'
  const inOrder = query.select(['id', 'declared_at']).orderBy('declared_at', way).orderBy('id', way)
  const near = holding
    ? await reader
        .selectFrom(inOrder.limit(walked).as('incidents'))
        .select(['id', 'declared_at'])
        .where(holding.here)
        .orderBy('declared_at', way)
        .orderBy('id', way)
        .limit(limit)
        .execute()
    : []
  const isAll = holding !== undefined && near.length === limit
  const rows = isAll ? near : await (holding ? inOrder.where(holding.found) : inOrder).limit(limit).execute()
  return rows.map((row) => ({ id: row.id, declaredAt: row.declared_at }))
}

/** The worst level first, one after the other, each by its index: sorting them together would read the whole table. */
async function idsByLevel(
  reader: Reader,
  query: Chosen,
  wanted: Wanted,
  { levels, after, limit }: { levels: readonly string[]; after: Cursor | undefined; limit: number },
): Promise<Cursor[]> {
  const found: Cursor[] = []
  // 0 for no level, and for one that the settings no longer know.
  for (let rank = Math.min(after?.rank ?? levels.length, levels.length); rank >= 0 && found.length < limit; rank--) {
    const level = levels[rank - 1]
    const ofLevel =
      level === undefined
        ? sql<boolean>`(incidents.level is null or incidents.level <> all(${[...levels]}::text[]))`
        : sql<boolean>`incidents.level = ${level}`
    const some = behind(query, 'newest', rank === after?.rank ? after : undefined).where(ofLevel)
    const rows = await firstOf(reader, some, wanted, { limit: limit - found.length })
    found.push(...rows.map((row) => ({ ...row, rank })))
  }
  return found
}

/** What stands behind an earlier page. */
function behind(query: Chosen, by: 'newest' | 'oldest', after: Cursor | undefined): Chosen {
  if (!after) return query
  const { declaredAt, id } = after
  return by === 'oldest'
    ? query.where(sql<boolean>`(incidents.declared_at, incidents.id) > (${declaredAt}, ${id})`)
    : query.where(sql<boolean>`(incidents.declared_at, incidents.id) < (${declaredAt}, ${id})`)
}

/** The ids of the first, what is no drill before what is one, and the newest first within each; and how many there are in all. */
export async function idsRealFirst(
  reader: Reader,
  looker: Looker,
  wanted: Omit<Wanted, 'holding'>,
  limit: number,
): Promise<{ ids: string[]; count: number }> {
  const query = await chosen(reader, looker, wanted)
  const rows = await query
    .select('id')
    .orderBy(sql`(incidents.kind = 'real')`, 'desc')
    .orderBy('declared_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length < limit) return { ids, count: ids.length }
  const all = query.select((values) => values.fn.countAll<number>().as('count'))
  return { ids, count: (await all.executeTakeFirstOrThrow()).count }
}

/**
 * The incidents in which something may wait for a person: they lead it, are asked to take a role, have an open TODO in it, are asked a question about it, or
 * owe its postmortem. The newest first, at most `limit`. Each kind is found by its own index, however many incidents there are.
 */
export async function idsWithPart(reader: Reader, viewer: Viewer, limit: number): Promise<string[]> {
  const { userId } = viewer
  const query = await chosen(reader, viewer, { statuses: ['responding', 'recovered', 'completed'] })
  const rows = await query
    .where(
      sql<boolean>`incidents.id in (
        select lead.incident_id from incidents as led join role_holders as lead on lead.incident_id = led.id
          where led.status in ('responding', 'recovered')
            and lead.role = 'handler' and lead.user_id = ${userId} and lead.until is null
        union all select incident_id from hand_overs where to_user = ${userId} and state = 'open'
        union all select incident_id from todos where owner = ${userId} and state = 'open'
        union all select incident_id from postmortem_questions where user_id = ${userId} and state = 'open'
        union all select owed.id from incidents as owed
          where owed.postmortem_owner = ${userId} and coalesce(
            (select status from postmortems where incident_id = owed.id), 'none') not in ('published', 'waived'))`,
    )
    .select('id')
    .orderBy('declared_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The ids of those that the looker may know of. */
export async function idsKnown(reader: Reader, looker: Looker, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('incidents')
    .select('id')
    .where('id', 'in', ids)
    .where(readableBy(looker))
    .execute()
  return rows.map(({ id }) => id)
}

/** Of so many that were tagged last the tags are read: what nobody has used for long is no word of the workspace any more. */
const mostTagged = 500

/** The tags that public, real incidents have, the most used first. Of what is private no tag is known anywhere else. */
export async function usedTags(reader: Reader, looker: Looker, most: number): Promise<string[]> {
  const query = await chosen(reader, looker, { kinds: ['real'], visibilities: ['public'] })
  const tagged = query
    .where(sql<boolean>`incidents.tags <> '{}'`)
    .select('tags')
    .orderBy('declared_at', 'desc')
    .limit(mostTagged)
  const rows = await reader
    .selectFrom(tagged.as('tagged'))
    .innerJoinLateral(sql<{ tag: string }>`unnest(tagged.tags)`.as<'each'>(sql`each(tag)`), (on) => on.onTrue())
    .select((is) => ['each.tag', is.fn.countAll<number>().as('count')])
    .groupBy('each.tag')
    .orderBy('count', 'desc')
    .orderBy('each.tag')
    .limit(most)
    .execute()
  return rows.map(({ tag }) => tag)
}
