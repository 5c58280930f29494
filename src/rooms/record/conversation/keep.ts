import { type Reader, readTogether } from '../../../kit/db/index.ts'
import { incidentsInThread } from '../../assembly/index.ts'
import { incidentChannelById } from '../../channel/index.ts'
import type { World } from '../../facts/index.ts'
import { incidentById, isOpen } from '../../incident/index.ts'
import { slotOfMessage } from '../../projection/index.ts'
import { mayKeep } from '../may-keep.ts'
import type { Place, Reading } from '../record.ts'
import { type Along, keepHere, keepSpoken } from './store.ts'

/** What else is kept of a message by a room above, in the same statement or afterwards. */
export interface Beside {
  /** The part of the statement; undefined where the message needs none. */
  along(place: Place, reading: Reading): Promise<Along | undefined>
  /** The same for a message that was kept in another way, or known before. */
  after(place: Place): Promise<void>
}

/**
 * The incidents to whose conversation a message belongs: its channel is one's own, or its thread is linked while one is not over,
 * and may be read by whoever may know of that one.
 */
export async function conversationsOf(reader: Reader, channelId: string, threadTs: string | null): Promise<string[]> {
  const channel = await incidentChannelById(reader, channelId)
  if (channel) return [channel.incidentId]
  if (!threadTs) return []
  const linked = await incidentsInThread(reader, channelId, threadTs)
  const incidents = await Promise.all(linked.map((id) => incidentById(reader, id)))
  const kept: string[] = []
  for (const incident of incidents)
    if (incident && isOpen(incident) && (await mayKeep(reader, incident, channelId))) kept.push(incident.id)
  return kept
}

/**
 * Somebody said something. That it is kept is no fact about the incident, nor does anything follow from it: thousands of
 * messages must not draw the card again thousands of times. In an incident's own channel it costs one statement, with all that is
 * kept `beside` it.
 */
export async function keepSaid(
  world: World,
  { channelId, ts }: Place,
  reading: Reading,
  beside?: Beside,
): Promise<void> {
  const place = { channelId, ts }
  const along = await beside?.along(place, reading)
  // Each is whole by itself, and kept again where the event comes again.
  if (await world.db.steadily((writer) => keepHere(writer, place, reading, world.clock.now(), along))) return
  await keepElsewhere(world, place, reading)
  await beside?.after(place)
}

/** In a thread that was linked to incidents; a message of our own, or one that was deleted, nowhere. */
async function keepElsewhere(world: World, place: Place, reading: Reading): Promise<void> {
  const { channelId, ts } = place
  const reader = readTogether(world.db.read)
  const [incidents, ours] = await Promise.all([
    conversationsOf(reader, channelId, reading.threadTs),
    slotOfMessage(reader, channelId, ts),
  ])
  if (ours) return
  for (const incidentId of incidents)
    await world.db.once((writer) => keepSpoken(writer, incidentId, place, reading, world.clock.now()))
}
