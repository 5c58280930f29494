import { incidentsInThread } from '../../assembly/index.ts'
import { incidentChannelById } from '../../channel/index.ts'
import type { World } from '../../facts/index.ts'
import { incidentById, isOpen } from '../../incident/index.ts'
import { slotOfMessage } from '../../projection/index.ts'
import { mayKeep } from '../may-keep.ts'
import type { Place, Reading } from '../record.ts'
import { keepMessages } from './store.ts'

/**
 * The incidents to whose conversation a message belongs: its channel is one's own, or its thread is linked while one is not over,
 * and may be read by whoever may know of that one.
 */
export async function conversationsOf(world: World, channelId: string, threadTs: string | null): Promise<string[]> {
  const channel = await incidentChannelById(world.db.read, channelId)
  if (channel) return [channel.incidentId]
  if (!threadTs) return []
  const linked = await incidentsInThread(world.db.read, channelId, threadTs)
  const incidents = await Promise.all(linked.map((id) => incidentById(world.db.read, id)))
  const kept: string[] = []
  for (const incident of incidents)
    if (incident && isOpen(incident) && (await mayKeep(world.db.read, incident, channelId))) kept.push(incident.id)
  return kept
}

/**
 * Somebody said something. That it is kept is no fact about the incident, nor does anything follow from it: thousands of
 * messages must not draw the card again thousands of times.
 */
export async function keepSaid(world: World, place: Place, reading: Reading): Promise<void> {
  const incidents = await conversationsOf(world, place.channelId, reading.threadTs)
  if (incidents.length === 0 || (await slotOfMessage(world.db.read, place.channelId, place.ts))) return
  const { channelId, ts } = place
  await world.db.transaction(async (tx) => {
    for (const incidentId of incidents) {
      await keepMessages(tx, incidentId, { channelId, conversation: true }, [{ ts, reading }], world.clock.now())
    }
  })
}
