import type { Reader } from '../kit/db/index.ts'
import { assembledChannels } from '../rooms/assembly/index.ts'
import { incidentChannelById, incidentOf } from '../rooms/channel/index.ts'
import { channelsByAnyName, whyShut } from '../rooms/directory/index.ts'

/**
 * Of the channels that hear of an incident, and those in which something of a subject stands, the ones in which nothing can be posted, as far
 * as the directory knows, each with Slack's word for why. Not an incident's own channel: its faces say themselves what is still to come where
 * it was archived or lost the bot, and what brings the bot back.
 */
export async function shutChannels(
  reader: Reader,
  subject: string,
  standingIn: Promise<readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  const incidentId = incidentOf(subject)
  const [told, standing] = await Promise.all([incidentId ? assembledChannels(reader, incidentId) : [], standingIn])
  const channelIds = [...new Set([...standing, ...told.map(({ channelId }) => channelId)])]
  const shut = new Map<string, string>()
  for (const channel of await channelsByAnyName(reader, channelIds)) {
    const why = whyShut(channel)
    if (why && !(await incidentChannelById(reader, channel.id))) shut.set(channel.id, why)
  }
  return shut
}
