import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../kit/db/index.ts'
import { amongThoseOf, inScope, type Looker, readableBy, takesPartIn } from '../../access/index.ts'
import type { EntryKind } from '../entry.ts'
import { monthsBack } from '../lexemes.ts'
import { type Term, tsqueryOf } from '../terms.ts'

/** What is looked for: `from` is part of it, `before` is not; `behind` begins behind an earlier page. */
export type Sought = {
  terms: readonly Term[]
  services?: readonly string[] | undefined
  kinds?: readonly EntryKind[] | undefined
  from?: Date | undefined
  before?: Date | undefined
  behind?: { at: Date; id: number } | undefined
}

export type Found = {
  id: number
  incidentId: string
  kind: EntryKind
  ref: string
  at: Date
  words: string
}

/**
 * Of which entries somebody may be shown anything, by copies that lag behind: every row is asked again by `readableBy` before it is
 * shown. Of what is private each row is looked up, which is asked last; a guest knows of few incidents, which are looked up first.
 */
async function reachOf(reader: Reader, looker: Looker): Promise<RawBuilder<boolean>> {
  if (looker?.userId !== undefined && looker.isConfined) {
    const rows = await reader
      .selectFrom('incidents')
      .select('id')
      .where(readableBy(looker))
      .where(amongThoseOf(looker.userId))
      .execute()
    return sql<boolean>`entry.incident_id = any(${rows.map(({ id }) => id)}::text[])`
  }
  const known =
    looker?.userId === undefined
      ? sql<boolean>`not entry.restricted`
      : sql<boolean>`(not entry.restricted or ${takesPartIn(sql`entry.incident_id`, looker.userId)})`
  if (!looker?.within) return known
  return sql<boolean>`(${inScope(looker.within, sql`entry.service`, sql`entry.incident_id`)} and ${known})`
}

const columns = sql.raw('id, incident_id, kind, ref, at, words, norm, restricted, service')

/** One service is found by its index, in order. */
const ofServices = (services: readonly string[]): RawBuilder<boolean> =>
  services.length === 1 ? sql<boolean>`service = ${services[0]}` : sql<boolean>`service = any(${[...services]}::text[])`

function holding({ terms, services, kinds, from, before, behind }: Sought, reach: RawBuilder<boolean>) {
  const parts = [
    reach,
    ...terms.map(({ inside }) => sql<boolean>`strpos(norm, ${inside}) > 0`),
    ...(services ? [ofServices(services)] : []),
    ...(kinds ? [sql<boolean>`kind = any(${[...kinds]}::text[])`] : []),
    ...(from ? [sql<boolean>`at >= ${from}`] : []),
    ...(before ? [sql<boolean>`at < ${before}`] : []),
    ...(behind ? [sql<boolean>`(at, id) < (${behind.at}, ${behind.id})`] : []),
  ]
  return sql.join(parts, sql` and `)
}

/** The newest so many are looked through one by one: what is said often is found there. */
const walked = 5000

type Row = { id: number; incident_id: string; kind: string; ref: string; at: Date; words: string; known: boolean }

/** What is found, the newest first, at most `limit`; `last` is the last that was looked at, where there may be more behind it. */
export async function entriesFound(
  reader: Reader,
  looker: Looker,
  sought: Sought,
  limit: number,
): Promise<{ found: Found[]; last: { at: Date; id: number } | undefined }> {
  const reach = await reachOf(reader, looker)
  const condition = holding(sought, reach)
  // In order, each with whether the looker may know of its incident.
  const rowsOf = async (entries: RawBuilder<unknown>): Promise<Row[]> => {
    const { rows } = await sql<Row>`
      select found.id, found.incident_id, found.kind, found.ref, found.at, found.words, ${readableBy(looker)} as known
      from (${entries}) as found join incidents on incidents.id = found.incident_id
      order by found.at desc, found.id desc`.execute(reader)
    return rows
  }
  const narrowed = sql.join(
    [
      sql`true`,
      ...(sought.services ? [ofServices(sought.services)] : []),
      ...(sought.before ? [sql`at < ${sought.before}`] : []),
      ...(sought.behind ? [sql`(at, id) < (${sought.behind.at}, ${sought.behind.id})`] : []),
    ],
    sql` and `,
  )
  const walk = sql`
    select ${columns} from (
      select ${columns} from search_entries where ${narrowed} order by at desc, id desc limit ${walked}
    ) as entry where ${condition} order by at desc, id desc limit ${limit}`
  const near = await rowsOf(walk)
  const rows = near.length === limit ? near : await rowsOf(await windows(reader, sought, condition, limit))
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    found: rows
      .filter((row) => row.known)
      .map((row) => ({
        id: Number(row.id),
        incidentId: row.incident_id,
        // The check of the table holds the kinds.
        kind: row.kind as EntryKind,
        ref: row.ref,
        at: row.at,
        words: row.words,
      })),
    last: last && { at: last.at, id: Number(last.id) },
  }
}

/** Month by month, the newest first, each by the index alone: whatever else stood beside it there would choose another way. */
async function windows(reader: Reader, sought: Sought, condition: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select (select at from search_entries order by at, id limit 1) as first,
      (select at from search_entries order by at desc, id desc limit 1) as last`.execute(reader)
  const [row] = rows
  const [oldest, newest] = [row?.first, row?.last]
  const latest = (...dates: (Date | undefined)[]) =>
    new Date(Math.max(...dates.map((each) => each?.getTime() ?? -Infinity)))
  const earliest = (...dates: (Date | undefined)[]) =>
    new Date(Math.min(...dates.map((each) => each?.getTime() ?? Infinity)))
  const months =
    oldest && newest ? monthsBack(latest(oldest, sought.from), earliest(newest, sought.before, sought.behind?.at)) : []
  const queries = months.map((month) => tsqueryOf(sought.terms, month))
  return sql`
    select within.* from unnest(${queries}::text[]) as asked
    cross join lateral (
      select ${columns} from (
        select ${columns} from search_entries where grams @@ asked::tsquery offset 0
      ) as entry where ${condition} order by at desc, id desc limit ${limit}
    ) as within limit ${limit}`
}
