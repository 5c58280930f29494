import type { Reader, Tx } from '../../kit/db/index.ts'
import { noReview, type Review } from './review.ts'

export async function reviewOf(reader: Reader, incidentId: string): Promise<Review> {
  const row = await reader
    .selectFrom('review_meetings')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  if (!row) return noReview
  return {
    state: row.state as Review['state'],
    n: row.n,
    startsAt: row.starts_at,
    minutes: row.minutes,
    people: row.people,
    plannedBy: row.planned_by,
    plannedAt: row.planned_at,
  }
}

/** Puts a review in place of what was known of it. The caller holds the incident. */
export async function keepReview(tx: Tx, incidentId: string, review: Review): Promise<void> {
  const values = {
    n: review.n,
    state: review.state,
    starts_at: review.startsAt,
    minutes: review.minutes,
    people: [...review.people],
    planned_by: review.plannedBy,
    planned_at: review.plannedAt,
  }
  await tx
    .insertInto('review_meetings')
    .values({ incident_id: incidentId, ...values })
    .onConflict((conflict) => conflict.column('incident_id').doUpdateSet(values))
    .execute()
}
