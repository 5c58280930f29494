import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx, Writer } from '../../kit/db/index.ts'
import type { Along } from '../record/index.ts'
import { canonOf } from './canon.ts'
import type { Entry, EntryKind } from './entry.ts'
import { gramsOf } from './lexemes.ts'

/** To whom entries belong: copies of what the incident says. */
export type Owner = { id: string; service: string; visibility: string }

/** A statement takes so many at once. */
const mostAtOnce = 100

/** Writes entries, new ones and those that say something else by now. */
export async function putEntries(tx: Tx, { id, service, visibility }: Owner, entries: readonly Entry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += mostAtOnce) {
    await tx
      .insertInto('search_entries')
      .values(entries.slice(from, from + mostAtOnce).map((entry) => rowOf({ id, service, visibility }, entry)))
      .onConflict((conflict) =>
        conflict.columns(['incident_id', 'kind', 'ref']).doUpdateSet((row) => ({
          at: row.ref('excluded.at'),
          service: row.ref('excluded.service'),
          restricted: row.ref('excluded.restricted'),
          said_in: row.ref('excluded.said_in'),
          words: row.ref('excluded.words'),
          norm: row.ref('excluded.norm'),
          grams: row.ref('excluded.grams'),
        })),
      )
      .execute()
  }
}

/** Writes one entry in one statement, where the condition holds. False where it does not. */
export async function putEntryIf(
  writer: Writer,
  owner: Owner,
  entry: Entry,
  condition: RawBuilder<boolean>,
): Promise<boolean> {
  const row = rowOf(owner, entry)
  const { numAffectedRows } = await sql`
    insert into search_entries (incident_id, kind, ref, at, service, restricted, said_in, words, norm, grams)
    select ${row.incident_id}::text, ${row.kind}::text, ${row.ref}::text, ${row.at}::timestamptz, ${row.service}::text, ${row.restricted}::boolean,
      ${row.said_in}::text, ${row.words}::text, ${row.norm}::text, ${row.grams}
    where ${condition}
    ${orAsItIsNow}`.execute(writer)
  return Number(numAffectedRows ?? 0) > 0
}

/** A message as the part of the statement that keeps it in the record: it is found in each incident of `kept`, by what that is now. */
export function entryAlong(entry: Entry): Along {
  const row = rowOf({ id: '', service: '', visibility: '' }, entry)
  return (kept) => sql`
    insert into search_entries (incident_id, kind, ref, at, service, restricted, said_in, words, norm, grams)
    select kept.incident_id, ${row.kind}::text, ${row.ref}::text, ${row.at}::timestamptz, incidents.service,
      incidents.visibility = 'private', ${row.said_in}::text, ${row.words}::text, ${row.norm}::text, ${row.grams}
    from ${kept} as kept join incidents on incidents.id = kept.incident_id
    ${orAsItIsNow}`
}

/** What is known already says what it says now. */
const orAsItIsNow = sql`on conflict (incident_id, kind, ref) do update set at = excluded.at, service = excluded.service,
  restricted = excluded.restricted, said_in = excluded.said_in, words = excluded.words, norm = excluded.norm, grams = excluded.grams`

function rowOf({ id, service, visibility }: Owner, { kind, ref, at, words, saidIn }: Entry) {
  // What the database cannot keep is said by nobody.
  const { norm } = canonOf(words.replaceAll('\0', ''))
  return {
    incident_id: id,
    kind,
    ref,
    at,
    service,
    restricted: visibility === 'private',
    said_in: saidIn,
    words: words.replaceAll('\0', ''),
    norm,
    grams: sql<string>`array_to_tsvector(${gramsOf(norm, at)}::text[])`,
  }
}

/** The entries of an incident that are no messages, as they stand. */
export async function standingEntries(reader: Reader, incidentId: string): Promise<Entry[]> {
  const rows = await reader
    .selectFrom('search_entries')
    .select(['kind', 'ref', 'at', 'words', 'said_in as saidIn'])
    .where('incident_id', '=', incidentId)
    .where('kind', '<>', 'message')
    .execute()
  // The check of the table holds the kinds.
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }))
}

/** By which words something is found in each of some incidents. */
export async function wordsFound(
  reader: Reader,
  incidentIds: readonly string[],
  { kind, ref }: Pick<Entry, 'kind' | 'ref'>,
): Promise<Map<string, string>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('search_entries')
    .select(['incident_id', 'words'])
    .where('incident_id', 'in', incidentIds)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .execute()
  return new Map(rows.map((row) => [row.incident_id, row.words]))
}

export async function dropEntry(tx: Tx, incidentId: string, { kind, ref }: Pick<Entry, 'kind' | 'ref'>): Promise<void> {
  await tx
    .deleteFrom('search_entries')
    .where('incident_id', '=', incidentId)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .execute()
}

/** Whatever says what a message said is found no more. */
export async function dropSaidIn(tx: Tx, incidentId: string, place: string): Promise<void> {
  await tx.deleteFrom('search_entries').where('incident_id', '=', incidentId).where('said_in', '=', place).execute()
}

/** Whether it is private stands with each entry. */
export async function copyVisibility(tx: Tx, incidentId: string, isPrivate: boolean): Promise<void> {
  await tx
    .updateTable('search_entries')
    .set({ restricted: isPrivate })
    .where('incident_id', '=', incidentId)
    .where('restricted', '<>', isPrivate)
    .execute()
}
