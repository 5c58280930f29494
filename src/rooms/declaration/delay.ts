import type { Reader } from '../../kit/db/index.ts'
import { channelSlot, channelsAhead, incidentSubject } from '../channel/index.ts'
import { waitsForBudget } from '../projection/index.ts'
import type { Situation } from '../situation/index.ts'
import type { Delay } from './messages.ts'

/** So many channels a minute Slack lets an app make (`conversations.create` is of tier 2). */
const channelsPerMinute = 20

/** How long the channel has to wait for Slack's budget, by those that were wanted before it; null when it need not. */
export async function delayOf(
  reader: Reader,
  { incident, channel }: Pick<Situation, 'incident' | 'channel'>,
): Promise<Delay> {
  if (channel.channelId) return null
  if (!(await waitsForBudget(reader, incidentSubject(incident.id), channelSlot))) return null
  return { minutes: Math.floor((await channelsAhead(reader, incident.id)) / channelsPerMinute) + 1 }
}
