import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../kit/db/index.ts'
import { type Looker, readableBy, takenPartBy, type Viewer } from '../access/index.ts'
import type { Cursor } from './cursor.ts'
import type { Order, Wanted } from './wanted.ts'

/** Every list of incidents begins here: what the looker may know of, narrowed to what they look for. */
function chosen(reader: Reader, looker: Looker, wanted: Wanted) {
  let query = reader.selectFrom('incidents').where(readableBy(looker))
  const { statuses, services, levels, types, kinds, visibilities, from, before, partOf, except } = wanted
  for (const [column, values] of [
    ['status', statuses],
    ['service', services],
    ['level', levels],
    ['kind', kinds],
    ['visibility', visibilities],
  ] as const)
    if (values) query = query.where(sql<boolean>`${sql.ref(`incidents.${column}`)} = any(${[...values]}::text[])`)
  if (types) query = query.where(sql<boolean>`incidents.types && ${[...types]}::text[]`)
  if (from) query = query.where('declared_at', '>=', from)
  if (before) query = query.where('declared_at', '<', before)
  if (partOf) query = query.where(takenPartBy(partOf))
  if (except) query = query.where('id', '<>', except)
  for (const word of (wanted.words ?? '').split(/\s+/).filter(Boolean)) query = query.where(holding(word))
  return query
}

/** What people type stands for itself: `%` and `_` are no wildcards. */
function holding(word: string) {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(
    incidents.summary ilike ${like} or incidents.impact ilike ${like} or exists (
      select from incident_channels as place where place.incident_id = incidents.id and place.name ilike ${like}
    )
  )`
}

/** The ids of a page in this order, at most `limit`; `after` begins behind an earlier page of the same order. */
export async function idsInOrder(
  reader: Reader,
  looker: Looker,
  wanted: Wanted,
  { order, after, limit }: { order: Order; after: Cursor | undefined; limit: number },
): Promise<Cursor[]> {
  const levels = order.by === 'level' ? [...order.levels] : []
  // 0 for no level, and for one that the settings no longer know.
  const rank = sql<number>`coalesce(array_position(${levels}::text[], incidents.level), 0)`
  const rows = await behind(chosen(reader, looker, wanted), order, rank, after)
    .select(['id', 'declared_at'])
    .$if(order.by === 'level', (query) => query.select(rank.as('rank')))
    .$if(order.by === 'level', (query) => query.orderBy(rank, 'desc'))
    .orderBy('declared_at', order.by === 'oldest' ? 'asc' : 'desc')
    .orderBy('id', order.by === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    declaredAt: row.declared_at,
    ...(row.rank === undefined ? {} : { rank: row.rank }),
  }))
}

/** What stands behind an earlier page. */
function behind(
  query: ReturnType<typeof chosen>,
  { by }: Order,
  rank: RawBuilder<number>,
  after: Cursor | undefined,
): ReturnType<typeof chosen> {
  if (!after) return query
  const { declaredAt, id } = after
  if (by === 'oldest') return query.where(sql<boolean>`(incidents.declared_at, incidents.id) > (${declaredAt}, ${id})`)
  if (by === 'newest') return query.where(sql<boolean>`(incidents.declared_at, incidents.id) < (${declaredAt}, ${id})`)
  return query.where(
    sql<boolean>`(${rank}, incidents.declared_at, incidents.id) < (${after.rank ?? 0}, ${declaredAt}, ${id})`,
  )
}

/** The ids of the first, what is no drill before what is one, and the newest first within each; and how many there are in all. */
export async function idsRealFirst(
  reader: Reader,
  looker: Looker,
  wanted: Wanted,
  limit: number,
): Promise<{ ids: string[]; count: number }> {
  const query = chosen(reader, looker, wanted)
  const [rows, { count }] = await Promise.all([
    query
      .select('id')
      .orderBy(sql`(incidents.kind = 'real')`, 'desc')
      .orderBy('declared_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    query.select((values) => values.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ])
  return { ids: rows.map(({ id }) => id), count }
}

/**
 * The incidents in which something may wait for a person: they lead it, are asked to take a role, have an open TODO in it, are asked a question about it, or
 * write its postmortem. The newest first, at most `limit`.
 */
export async function idsWithPart(reader: Reader, viewer: Viewer, limit: number): Promise<string[]> {
  const { userId } = viewer
  const rows = await chosen(reader, viewer, { statuses: ['responding', 'recovered', 'completed'] })
    .where(
      sql<boolean>`(
        (incidents.status <> 'completed' and exists (
          select from role_holders as lead
          where lead.incident_id = incidents.id and lead.role = 'handler' and lead.user_id = ${userId} and lead.until is null))
        or exists (
          select from hand_overs as offer
          where offer.incident_id = incidents.id and offer.to_user = ${userId} and offer.state = 'open')
        or exists (
          select from todos where todos.incident_id = incidents.id and todos.owner = ${userId} and todos.state = 'open')
        or exists (
          select from postmortem_questions as asked
          where asked.incident_id = incidents.id and asked.user_id = ${userId} and asked.state = 'open')
        or incidents.postmortem_owner = ${userId})`,
    )
    .select('id')
    .orderBy('declared_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
