import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../kit/db/index.ts'
import type { Viewer } from './viewer.ts'

/**
 * Whether `viewer` may know of a row of `incidents`, as a predicate for every query that reads incidents or what hangs on them. A
 * public one is everybody's, but for the confined; a private one belongs to who declared it, who was called or came in, and who holds
 * a role in it. Whoever was skipped was not called. Where nobody says who looks, only what everybody may know is there.
 */
export function readableBy(viewer: Viewer | undefined): RawBuilder<boolean> {
  if (!viewer) return sql<boolean>`incidents.visibility = 'public'`
  const { userId, isConfined } = viewer
  return sql<boolean>`(
  (incidents.visibility = 'public' and not ${isConfined}::boolean)
  or incidents.declared_by = ${userId}
  or exists (
    select from assembled_people as called
    where called.incident_id = incidents.id and called.user_id = ${userId} and called.skipped is null
  )
  or exists (
    select from role_holders as holder
    where holder.incident_id = incidents.id and holder.user_id = ${userId} and holder.until is null
  )
)`
}

/** The right to know, looked up. Nobody may know of what does not exist, so that both are answered alike. */
export async function mayRead(reader: Reader, incidentId: string, viewer: Viewer | undefined): Promise<boolean> {
  const row = await reader
    .selectFrom('incidents')
    .select('id')
    .where('id', '=', incidentId)
    .where(readableBy(viewer))
    .executeTakeFirst()
  return row !== undefined
}
