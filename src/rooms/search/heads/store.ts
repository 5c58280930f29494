import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../kit/db/index.ts'
import type { Holding } from '../../reading/index.ts'
import { monthsBack } from '../lexemes.ts'
import { type Term, termsOf, tsqueryOf } from '../terms.ts'

/**
 * The incidents whose summary, impact or channel's name hold all these words, for a list of incidents; undefined of words without a letter
 * or a digit, which nothing holds. Words are compared as the search compares them; those of a channel's name by their beginning.
 */
export async function incidentsHolding(reader: Reader, words: string): Promise<Holding | undefined> {
  const terms = termsOf(words)
  if (terms.length === 0) return undefined
  const months = await monthsOf(reader)
  return { here: allOf(terms.map(holdsHere)), found: allOf(terms.map((term) => foundBy(term, months))) }
}

const allOf = (parts: readonly RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(parts, sql` and `)})`

/** As the partial index says it. */
const isHead = sql`entry.kind in ('summary', 'impact')`
const channelWords = sql`array_to_tsvector(array_remove(string_to_array(translate(place.name, '_', '-'), '-'), ''))`

function holdsHere(term: Term): RawBuilder<boolean> {
  return sql<boolean>`(
    exists (
      select from search_entries as entry
      where entry.incident_id = incidents.id and ${isHead} and strpos(entry.norm, ${term.inside}) > 0)
    or exists (
      select from incident_channels as place
      where place.incident_id = incidents.id and ${channelWords} @@ ${beginning(term)}::tsquery))`
}

function foundBy(term: Term, months: readonly string[]): RawBuilder<boolean> {
  const asked = months.map((month) => `(${tsqueryOf([term], month)})`).join(' | ')
  // As an array, because of `in (…)` PostgreSQL may read all incidents in their order.
  return sql<boolean>`incidents.id = any(array(
    select entry.incident_id from search_entries as entry
    where ${isHead} and entry.grams @@ ${asked}::tsquery and strpos(entry.norm, ${term.inside}) > 0
    union all
    select place.incident_id from incident_channels as place where ${channelWords} @@ ${beginning(term)}::tsquery))`
}

/** Letters and digits alone: nothing in a term has to be escaped. */
const beginning = ({ inside }: Term): string => `'${inside.trim()}':*`

/** The months of which anything is kept. */
async function monthsOf(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select (select at from search_entries order by at, id limit 1) as first,
      (select at from search_entries order by at desc, id desc limit 1) as last`.execute(reader)
  const [row] = rows
  return row?.first && row.last ? monthsBack(row.first, row.last) : []
}
