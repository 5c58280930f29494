import { type Reader, readTogether } from '../../kit/db/index.ts'
import { channelsOf, type IncidentChannel } from '../channel/index.ts'
import { type Incident, incidentsByIds } from '../incident/index.ts'
import { type RoleHolder, roleHoldersOf } from '../roles/index.ts'

/** What a list shows of an incident. */
export type Core = { incident: Incident; channel: IncidentChannel; roles: readonly RoleHolder[] }

/** The cores of these incidents in this order, read together however many they are. One without a channel's name is left out. */
export async function coresOf(source: Reader, ids: readonly string[]): Promise<Core[]> {
  if (ids.length === 0) return []
  const reader = readTogether(source)
  const [incidents, channels, roles] = await Promise.all([
    incidentsByIds(reader, ids),
    channelsOf(reader, ids),
    roleHoldersOf(reader, ids),
  ])
  const [incidentOf, channelOf] = [byId(incidents, ({ id }) => id), byId(channels, ({ incidentId }) => incidentId)]
  return ids.flatMap((id) => {
    const [incident, channel] = [incidentOf.get(id), channelOf.get(id)]
    return incident && channel ? [{ incident, channel, roles: roles.get(id) ?? [] }] : []
  })
}

const byId = <T>(rows: readonly T[], id: (row: T) => string) => new Map(rows.map((row) => [id(row), row]))
