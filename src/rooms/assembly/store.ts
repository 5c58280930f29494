import type { Reader, Tx } from '../../kit/db/index.ts'
import type { AssembledChannel, AssembledPerson, Skip } from './assembly.ts'

export async function addPeople(
  tx: Tx,
  incidentId: string,
  people: readonly AssembledPerson[],
  since: Date,
): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('assembled_people')
    .values(
      people.map((person) => ({
        incident_id: incidentId,
        user_id: person.userId,
        reason: person.reason,
        since,
        skipped: person.skipped,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function addChannels(tx: Tx, incidentId: string, channels: readonly AssembledChannel[]): Promise<void> {
  if (channels.length === 0) return
  await tx
    .insertInto('assembled_channels')
    .values(
      channels.map((channel) => ({
        incident_id: incidentId,
        channel_id: channel.channelId,
        mention: channel.mention,
        style: channel.style,
        since: channel.since,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The names that could not be resolved the last time, in place of those before. */
export async function replaceGaps(tx: Tx, incidentId: string, names: readonly string[]): Promise<void> {
  await tx.deleteFrom('assembly_gaps').where('incident_id', '=', incidentId).execute()
  if (names.length === 0) return
  const rows = [...new Set(names)].map((name) => ({ incident_id: incidentId, name }))
  await tx.insertInto('assembly_gaps').values(rows).execute()
}

/** In the order in which they were called. */
export async function assembledPeople(reader: Reader, incidentId: string): Promise<AssembledPerson[]> {
  const rows = await reader
    .selectFrom('assembled_people')
    .select(['user_id', 'reason', 'skipped'])
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('user_id')
    .execute()
  return rows.map((row) => ({ userId: row.user_id, reason: row.reason, skipped: row.skipped as Skip | null }))
}

/** When somebody joined by themselves, the first time first. */
export async function joinsOf(reader: Reader, incidentId: string, userId: string): Promise<Date[]> {
  const rows = await reader
    .selectFrom('assembled_people')
    .select('since')
    .where('incident_id', '=', incidentId)
    .where('user_id', '=', userId)
    .where('reason', 'like', 'joined:%')
    .orderBy('since')
    .execute()
  return rows.map((row) => row.since)
}

export async function assembledChannels(reader: Reader, incidentId: string): Promise<AssembledChannel[]> {
  const rows = await reader
    .selectFrom('assembled_channels')
    .select(['channel_id', 'mention', 'style', 'since'])
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('channel_id')
    .execute()
  return rows.map((row) => ({
    channelId: row.channel_id,
    mention: row.mention as AssembledChannel['mention'],
    style: row.style as AssembledChannel['style'],
    since: row.since,
  }))
}

export async function assemblyGaps(reader: Reader, incidentId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('assembly_gaps')
    .select('name')
    .where('incident_id', '=', incidentId)
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}
