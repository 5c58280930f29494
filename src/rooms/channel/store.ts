import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { IncidentChannel } from './channel.ts'

/** Every process hears by this name of each channel that is made. */
export const channelsMade = 'sssbot_channels'

type Row = {
  incident_id: string
  name: string
  suffix: number
  wanted_name: string | null
  name_error: string | null
  is_private: boolean
  channel_id: string | null
  created_at: Date | null
  archived_at: Date | null
  archived_by: string | null
  left_at: Date | null
  next_name: string | null
  next_suffix: number | null
  former_id: string | null
  former_name: string | null
  moved_at: Date | null
  former_archived_at: Date | null
}

const fromRow = (row: Row): IncidentChannel => ({
  incidentId: row.incident_id,
  name: row.name,
  suffix: row.suffix,
  wantedName: row.wanted_name,
  nameError: row.name_error,
  isPrivate: row.is_private,
  channelId: row.channel_id,
  createdAt: row.created_at,
  archivedAt: row.archived_at,
  archivedBy: row.archived_by,
  leftAt: row.left_at,
  next: row.next_name === null ? null : { name: row.next_name, suffix: row.next_suffix ?? 1 },
  former: formerFrom(row),
})

const formerFrom = ({
  former_id: channelId,
  former_name: name,
  moved_at: movedAt,
  former_archived_at: archivedAt,
}: Row) => (channelId && movedAt ? { channelId, name: name ?? channelId, movedAt, archivedAt } : null)

/** A name that Slack refused, and its word why. */
export type RefusedName = { name: string; error: string }

/** Takes a name for an incident; false when another incident has it. */
export async function takeName(
  tx: Tx,
  channel: { incidentId: string; name: string; suffix: number; isPrivate: boolean; refused?: RefusedName | undefined },
): Promise<boolean> {
  if (await isMeant(tx, channel.name, channel.incidentId)) return false
  const row = await tx
    .insertInto('incident_channels')
    .values({
      incident_id: channel.incidentId,
      name: channel.name,
      suffix: channel.suffix,
      is_private: channel.isPrivate,
      wanted_name: channel.refused?.name ?? null,
      name_error: channel.refused?.error ?? null,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether another incident is about to move into a channel of this name. */
async function isMeant(tx: Tx, name: string, incidentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('incident_channels')
    .select('incident_id')
    .where('next_name', '=', name)
    .where('incident_id', '!=', incidentId)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a name up that Slack would not have, before another is taken. Only while there is no channel yet. */
export async function dropName(tx: Tx, incidentId: string): Promise<void> {
  await tx
    .deleteFrom('incident_channels')
    .where('incident_id', '=', incidentId)
    .where('channel_id', 'is', null)
    .execute()
}

export async function channelOf(reader: Reader, incidentId: string): Promise<IncidentChannel | undefined> {
  const row = await reader
    .selectFrom('incident_channels')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Those of several incidents, in no order. */
export async function channelsOf(reader: Reader, incidentIds: readonly string[]): Promise<IncidentChannel[]> {
  if (incidentIds.length === 0) return []
  const rows = await reader
    .selectFrom('incident_channels')
    .selectAll()
    .where('incident_id', 'in', incidentIds)
    .execute()
  return rows.map(fromRow)
}

/** The incident channel with this Slack id, if it is one. */
export async function incidentChannelById(reader: Reader, channelId: string): Promise<IncidentChannel | undefined> {
  const row = await reader
    .selectFrom('incident_channels')
    .selectAll()
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The incident whose channel has this Slack id, as part of a statement: no row where it is none's. */
export const incidentHere = (channelId: string) =>
  sql<string>`(select incident_id from incident_channels where channel_id = ${channelId})`

/** The channels that the bot is in, the newest first, at most `limit`. */
export async function channelsWithin(reader: Reader, limit: number): Promise<IncidentChannel[]> {
  const rows = await reader
    .selectFrom('incident_channels')
    .selectAll()
    .where('channel_id', 'is not', null)
    .where('archived_at', 'is', null)
    .where('left_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** How many channels that were wanted before this one are not made either. */
export async function channelsAhead(reader: Reader, incidentId: string): Promise<number> {
  const row = await reader
    .selectFrom('incident_channels')
    .select((values) => values.fn.countAll<number>().as('count'))
    .where('channel_id', 'is', null)
    .where('incident_id', '<', incidentId)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function markCreated(tx: Tx, incidentId: string, channelId: string, at: Date): Promise<void> {
  await tx
    .updateTable('incident_channels')
    .set({ channel_id: channelId, created_at: at })
    .where('incident_id', '=', incidentId)
    .execute()
  await tellMade(tx, channelId)
}

/** Tells every process that what happens under this id is an incident's: of a channel that was made, or is called so now. */
export async function tellMade(tx: Tx, channelId: string): Promise<void> {
  await sql`select pg_notify(${channelsMade}, ${channelId})`.execute(tx)
}

/** Notes that the channel was archived; false when that is known already. */
export async function markArchived(tx: Tx, channelId: string, by: string | null, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('incident_channels')
    .set({ archived_at: at, archived_by: by })
    .where('channel_id', '=', channelId)
    .where('archived_at', 'is', null)
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that the channel is open again; false when it was not archived. */
export async function markUnarchived(tx: Tx, channelId: string): Promise<boolean> {
  const row = await tx
    .updateTable('incident_channels')
    .set({ archived_at: null, archived_by: null })
    .where('channel_id', '=', channelId)
    .where('archived_at', 'is not', null)
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Follows a rename by hand; false when it is called that already. */
export async function markRenamed(tx: Tx, channelId: string, name: string): Promise<boolean> {
  const channel = await incidentChannelById(tx, channelId)
  if (!channel || channel.name === name) return false
  await rename(tx, channel, name, null)
  return true
}

/** Slack has made the channel under a name of its own making. Where nobody can see the difference, nothing is told of it. */
export async function markNamed(tx: Tx, channel: IncidentChannel, name: string): Promise<void> {
  const looksTheSame = name.normalize('NFC') === channel.name.normalize('NFC')
  await rename(tx, channel, name, looksTheSame ? channel.wantedName : (channel.wantedName ?? channel.name))
}

/**
 * Two incidents never hold one name: whoever reserved this one and has no channel yet is given ours, which Slack has free. One
 * that has a channel is called otherwise by now, and its own event says how.
 */
async function rename(tx: Tx, channel: IncidentChannel, name: string, wanted: string | null): Promise<void> {
  const call = (incidentId: string, called: string) =>
    tx.updateTable('incident_channels').set({ name: called }).where('incident_id', '=', incidentId).execute()
  const other = await tx
    .selectFrom('incident_channels')
    .select('incident_id')
    .where('name', '=', name)
    .where('incident_id', '!=', channel.incidentId)
    .executeTakeFirst()
  if (other) {
    await call(channel.incidentId, channel.incidentId)
    await call(other.incident_id, channel.name)
  }
  await call(channel.incidentId, name)
  await tx
    .updateTable('incident_channels')
    .set({ wanted_name: wanted, ...(wanted === null ? { name_error: null } : {}) })
    .where('incident_id', '=', channel.incidentId)
    .execute()
}

/** Notes that the bot is out of the channel; false when that is known already. */
export async function markLeft(tx: Tx, channelId: string, by: string | null, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('incident_channels')
    .set({ left_at: at, left_by: by })
    .where('channel_id', '=', channelId)
    .where('left_at', 'is', null)
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that the bot is in the channel again; false when it was not out of it. */
export async function markReturned(tx: Tx, channelId: string): Promise<boolean> {
  const row = await tx
    .updateTable('incident_channels')
    .set({ left_at: null, left_by: null })
    .where('channel_id', '=', channelId)
    .where('left_at', 'is not', null)
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Follows that people made the channel private, or public; false when it is that already. */
export async function markConverted(tx: Tx, channelId: string, isPrivate: boolean): Promise<boolean> {
  const row = await tx
    .updateTable('incident_channels')
    .set({ is_private: isPrivate, next_name: null, next_suffix: null })
    .where('channel_id', '=', channelId)
    .where('is_private', '=', !isPrivate)
    .returning('incident_id')
    .executeTakeFirst()
  return row !== undefined
}
