import { sql } from 'kysely'
import type { Reader, Tx } from '../../../kit/db/index.ts'
import { tellMade } from '../store.ts'

/** Takes the name of the private channel into which an incident moves; false when another incident has it. */
export async function takeNextName(tx: Tx, incidentId: string, name: string, suffix: number): Promise<boolean> {
  const other = await tx
    .selectFrom('incident_channels')
    .select('incident_id')
    .where((is) => is.or([is('name', '=', name), is('next_name', '=', name)]))
    .executeTakeFirst()
  if (other) return false
  await tx
    .updateTable('incident_channels')
    .set({ next_name: name, next_suffix: suffix })
    .where('incident_id', '=', incidentId)
    .execute()
  return true
}

/** The incident goes on in the private channel that was made for it, and leaves the public one. */
export async function moveInto(tx: Tx, incidentId: string, channelId: string, at: Date): Promise<void> {
  await sql`
    update incident_channels set
      former_id = channel_id, former_name = name, moved_at = ${at}, former_archived_at = null,
      channel_id = ${channelId}, name = next_name, suffix = next_suffix, is_private = true, created_at = ${at},
      next_name = null, next_suffix = null, wanted_name = null, name_error = null,
      archived_at = null, archived_by = null, left_at = null, left_by = null
    where incident_id = ${incidentId}`.execute(tx)
  await tellMade(tx, channelId)
}

/** Gives up the private channel that was to be made: everybody may know again. */
export async function dropNext(tx: Tx, incidentId: string): Promise<void> {
  await tx
    .updateTable('incident_channels')
    .set({ next_name: null, next_suffix: null })
    .where('incident_id', '=', incidentId)
    .execute()
}

/** Notes that the channel that was left is archived. */
export async function markFormerArchived(tx: Tx, incidentId: string, at: Date): Promise<void> {
  await tx
    .updateTable('incident_channels')
    .set({ former_archived_at: at })
    .where('incident_id', '=', incidentId)
    .execute()
}

/** The incident that has left this channel, if one has. */
export async function incidentThatLeft(reader: Reader, channelId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('incident_channels')
    .select('incident_id')
    .where('former_id', '=', channelId)
    .executeTakeFirst()
  return row?.incident_id
}
