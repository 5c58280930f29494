import type { Reader, Tx } from '../../../kit/db/index.ts'

/** How the reading of what an incident came from stands; undefined before the first try. */
export async function adoptionOf(reader: Reader, incidentId: string) {
  return reader
    .selectFrom('record_adoptions')
    .select(['adopted_at as adoptedAt', 'error', 'attempts'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
}

/** Notes a try: `error` is null when it went well. Answers how many there were. */
export async function noteAdoption(tx: Tx, incidentId: string, error: string | null, now: Date): Promise<number> {
  const adopted = error === null ? now : null
  const row = await tx
    .insertInto('record_adoptions')
    .values({ incident_id: incidentId, adopted_at: adopted, error, attempts: 1 })
    .onConflict((conflict) =>
      conflict.column('incident_id').doUpdateSet((values) => ({
        adopted_at: adopted,
        error,
        attempts: values('record_adoptions.attempts', '+', 1),
      })),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return row.attempts
}
