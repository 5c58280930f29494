import { type Selectable, sql } from 'kysely'
import { json, type Reader, type Schema, type Tx } from '../../kit/db/index.ts'
import { type Actor, agent, type Fact, type FactOf, type FactType, person, type Through } from './fact.ts'
import { isReadable } from './odd.ts'

/** Writes one fact and counts it among its kind. The caller holds the subject's lock. */
export async function append(tx: Tx, fact: Omit<Fact, 'n'>): Promise<Fact> {
  const row = await tx
    .insertInto('facts')
    .values((values) => ({
      id: fact.id,
      subject: fact.subject,
      type: fact.type,
      n: values
        .selectFrom('facts')
        .where('subject', '=', fact.subject)
        .where('type', '=', fact.type)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      at: fact.at,
      actor_kind: fact.actor.kind,
      actor_id: fact.actor.kind === 'person' ? fact.actor.id : fact.actor.kind === 'agent' ? fact.actor.name : null,
      through: 'through' in fact.actor && fact.actor.through ? json(fact.actor.through) : null,
      data: json(fact.data),
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  // A spread union loses what ties type and data together.
  return { ...fact, n: row.n } as Fact
}

/** The facts of some types about one subject, in the order in which they were written, whatever the clocks said. */
export async function factsAbout<Type extends FactType>(
  reader: Reader,
  subject: string,
  types: readonly Type[],
): Promise<FactOf<Type>[]> {
  return factsAboutAny(reader, [subject], types)
}

/** The same of any of these subjects. */
export async function factsAboutAny<Type extends FactType>(
  reader: Reader,
  subjects: readonly string[],
  types: readonly Type[],
): Promise<FactOf<Type>[]> {
  if (types.length === 0 || subjects.length === 0) return []
  const rows = await reader
    .selectFrom('facts')
    .selectAll()
    .where(sql<boolean>`subject = any(${[...subjects]}::text[])`)
    .where('type', 'in', types)
    .orderBy('seq')
    .execute()
  // Asked for by their types.
  return rows.filter(isReadable).map((row) => factFrom(row) as FactOf<Type>)
}

/** A page of the facts about one subject, the newest first, and where the next one begins; `before` begins behind an earlier page. */
export async function factsBefore(
  reader: Reader,
  subject: string,
  types: readonly FactType[],
  { before, limit }: { before: number | undefined; limit: number },
): Promise<{ facts: Fact[]; next: number | null }> {
  const rows = await reader
    .selectFrom('facts')
    .selectAll()
    .where('subject', '=', subject)
    .where('type', 'in', types)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return { facts: shown.filter(isReadable).map(factFrom), next: rows.length > limit ? Number(shown.at(-1)?.seq) : null }
}

/** One fact by its id. */
export async function factById(reader: Reader, id: string): Promise<Fact | undefined> {
  const row = await reader.selectFrom('facts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && isReadable(row) ? factFrom(row) : undefined
}

type Row = Pick<
  Selectable<Schema['facts']>,
  'id' | 'subject' | 'type' | 'n' | 'at' | 'actor_kind' | 'actor_id' | 'data' | 'through'
>

const factFrom = (row: Row): Fact =>
  ({
    id: row.id,
    subject: row.subject,
    type: row.type,
    n: row.n,
    at: row.at,
    actor: actorOf(row),
    data: row.data,
    // `commit` wrote all columns from one fact, so that they belong together.
  }) as Fact

/** Who did it, as `append` wrote it down. */
function actorOf(row: { actor_kind: string; actor_id: string | null; through: unknown }): Actor {
  // `append` wrote it, and nobody else does.
  const through = (row.through ?? undefined) as Through | undefined
  if (row.actor_kind === 'person' && row.actor_id) return person(row.actor_id, through)
  if (row.actor_kind === 'agent' && through && 'token' in through) return agent(through)
  return { kind: row.actor_kind === 'clock' ? 'clock' : 'bot' }
}
