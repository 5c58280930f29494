import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { timerDue } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { checkpointTimer } from './timer.ts'

/** A moment at which the timekeeper spoke; `n` counts from 1. */
export type Checkpoint = { n: number; at: Date }

/** Counts one more checkpoint. The caller holds the incident, so no number is given twice. */
export async function addCheckpoint(tx: Tx, incidentId: string, at: Date): Promise<number> {
  const row = await tx
    .insertInto('checkpoints')
    .values((values) => ({
      incident_id: incidentId,
      n: values
        .selectFrom('checkpoints')
        .where('incident_id', '=', incidentId)
        .select(sql<number>`coalesce(max(n), 0) + 1`.as('n')),
      at,
    }))
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}

/** The last `limit` checkpoints, the newest first. */
export async function lastCheckpoints(reader: Reader, incidentId: string, limit: number): Promise<Checkpoint[]> {
  return reader
    .selectFrom('checkpoints')
    .select(['n', 'at'])
    .where('incident_id', '=', incidentId)
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
}

/** When the timekeeper speaks next; null while it rests. */
export const nextCheckpointAt = async (reader: Reader, incidentId: string): Promise<Date | null> =>
  (await timerDue(reader, incidentSubject(incidentId), checkpointTimer)) ?? null
