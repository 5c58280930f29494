import type { Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { type Announced, announcement, broadcastMessage, reach } from './messages.ts'

/** The name under which an announcement is done once. */
const announceSlot = (fact: Announced, channelId: string): string => `announce:${fact.type}:${fact.n}:${channelId}`

/**
 * The original broadcast of every channel that hears of the incident, and the announcement of each fact in it. What had
 * happened before a channel was called is told by its broadcast alone.
 */
export function broadcastSlots(situation: Situation, facts: readonly Announced[], voice: Voice): Slot[] {
  const { channel, channels } = situation
  // Until the channel is made there is nothing to lead to.
  if (!channel.channelId) return []
  const slots: Slot[] = channels.map(({ channelId, mention }) => ({
    slot: `broadcast:${channelId}`,
    keep: 'living',
    lane: 'announce',
    act: { do: 'message', channel: channelId, content: broadcastMessage(situation, mention, voice) },
  }))
  for (const fact of facts) {
    const { inside, outside } = reach(fact)
    if (inside && !channel.archivedAt) {
      slots.push({
        slot: announceSlot(fact, channel.channelId),
        keep: 'once',
        lane: 'announce',
        after: ['card'],
        act: { do: 'message', channel: channel.channelId, content: announcement(fact, situation, 'inside', voice) },
      })
    }
    if (!outside) continue
    for (const { channelId, since } of channels) {
      if (since > fact.at) continue
      slots.push({
        slot: announceSlot(fact, channelId),
        keep: 'once',
        lane: 'announce',
        after: [`broadcast:${channelId}`],
        act: { do: 'message', channel: channelId, content: announcement(fact, situation, 'outside', voice) },
      })
    }
  }
  return slots
}
