import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../kit/db/index.ts'
import { type Actor, agent, type Fact, type FactOf, type FactType, person, type Through } from './fact.ts'

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
  if (types.length === 0) return []
  const rows = await reader
    .selectFrom('facts')
    .selectAll()
    .where('subject', '=', subject)
    .where('type', 'in', types)
    .orderBy('seq')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        subject: row.subject,
        type: row.type,
        n: row.n,
        at: row.at,
        actor: actorOf(row),
        data: row.data,
        // `commit` wrote both columns from one fact, so that they belong together.
      }) as FactOf<Type>,
  )
}

/** Who did it, as `append` wrote it down. */
function actorOf(row: { actor_kind: string; actor_id: string | null; through: unknown }): Actor {
  // `append` wrote it, and nobody else does.
  const through = (row.through ?? undefined) as Through | undefined
  if (row.actor_kind === 'person' && row.actor_id) return person(row.actor_id, through)
  if (row.actor_kind === 'agent' && through && 'token' in through) return agent(through)
  return { kind: row.actor_kind === 'clock' ? 'clock' : 'bot' }
}
