import type { Reader, Tx } from '../../../kit/db/index.ts'
import { type Looker, readableBy } from '../../access/index.ts'

/** What was written of an incident, as a point in a model's space. `madeOf` is a hash of it. */
export type Vector = { incidentId: string; model: string; madeOf: string; at: Date; vector: readonly number[] }

/** So many of the newest incidents are compared (docs/assistant.md says so). */
const mostCompared = 2_000

export async function putVector(tx: Tx, { incidentId, model, madeOf, at, vector }: Vector): Promise<void> {
  const row = { made_of: madeOf, at, vector: [...vector] }
  await tx
    .insertInto('model_vectors')
    .values({ incident_id: incidentId, model, ...row })
    .onConflict((conflict) => conflict.columns(['incident_id', 'model']).doUpdateSet(row))
    .execute()
}

/** Whether the vector of an incident says still what it was made of. */
export async function isMadeOf(tx: Reader, incidentId: string, model: string, madeOf: string): Promise<boolean> {
  const row = await tx
    .selectFrom('model_vectors')
    .select('made_of')
    .where('incident_id', '=', incidentId)
    .where('model', '=', model)
    .executeTakeFirst()
  return row?.made_of === madeOf
}

export async function dropVectors(tx: Tx, incidentId: string): Promise<void> {
  await tx.deleteFrom('model_vectors').where('incident_id', '=', incidentId).execute()
}

/** The vectors of what somebody may know of: that of one incident, however old it is, then the newest incidents'. */
export async function vectorsFor(reader: Reader, looker: Looker, model: string, incidentId: string) {
  return reader
    .selectFrom('model_vectors')
    .innerJoin('incidents', 'incidents.id', 'model_vectors.incident_id')
    .select(['model_vectors.incident_id as incidentId', 'model_vectors.vector'])
    .where('model_vectors.model', '=', model)
    .where(readableBy(looker))
    .orderBy((is) => is('model_vectors.incident_id', '=', incidentId), 'desc')
    .orderBy('incidents.declared_at', 'desc')
    .limit(mostCompared + 1)
    .execute()
}
