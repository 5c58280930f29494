import { sql } from 'kysely'
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
    incidents.summary ilike ${like} or incidents.impact ilike ${like} or incidents.id in (
      select place.incident_id from incident_channels as place where place.name ilike ${like}
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
  if (order.by === 'level') return idsByLevel(reader, looker, wanted, { levels: order.levels, after, limit })
  const rows = await behind(chosen(reader, looker, wanted), order.by, after)
    .select(['id', 'declared_at'])
    .orderBy('declared_at', order.by === 'oldest' ? 'asc' : 'desc')
    .orderBy('id', order.by === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, declaredAt: row.declared_at }))
}

/** The worst level first, one after the other, each by its index: sorting them together would read the whole table. */
async function idsByLevel(
  reader: Reader,
  looker: Looker,
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
    const rows = await behind(chosen(reader, looker, wanted), 'newest', rank === after?.rank ? after : undefined)
      .where(ofLevel)
      .select(['id', 'declared_at'])
      .orderBy('declared_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit - found.length)
      .execute()
    found.push(...rows.map((row) => ({ id: row.id, declaredAt: row.declared_at, rank })))
  }
  return found
}

/** What stands behind an earlier page. */
function behind(
  query: ReturnType<typeof chosen>,
  by: 'newest' | 'oldest',
  after: Cursor | undefined,
): ReturnType<typeof chosen> {
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
 * owe its postmortem. The newest first, at most `limit`. Each kind is found by its own index, however many incidents there are.
 */
export async function idsWithPart(reader: Reader, viewer: Viewer, limit: number): Promise<string[]> {
  const { userId } = viewer
  const rows = await chosen(reader, viewer, { statuses: ['responding', 'recovered', 'completed'] })
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
