import type { Reader } from '../kit/db/index.ts'
import { incidentChannelById } from '../rooms/channel/index.ts'
import { channelsByAnyName, whyShut } from '../rooms/directory/index.ts'

/**
 * Of these channels those in which nothing can be posted, as far as the directory knows, each with Slack's word for why. Not an incident's
 * own channel: its faces say themselves what is still to come where it was archived or lost the bot, and what brings the bot back.
 */
export async function shutChannels(
  reader: Reader,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const shut = new Map<string, string>()
  for (const channel of await channelsByAnyName(reader, channelIds)) {
    const why = whyShut(channel)
    if (why && !(await incidentChannelById(reader, channel.id))) shut.set(channel.id, why)
  }
  return shut
}
