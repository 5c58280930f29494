import type { Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import type { Where } from './announcement.ts'
import { type Announced, announcement, broadcastMessage, isInThread, reach } from './messages.ts'

/** The name under which an announcement is done once. */
const announceSlot = (fact: Announced, channelId: string): string => `announce:${fact.type}:${fact.n}:${channelId}`

const isHiding = (fact: Announced): boolean => fact.type === 'incident.visibility_set' && fact.data.to === 'private'

/**
 * The original broadcast of every channel that hears of the incident, and the announcement of each fact in it. What had
 * happened before a channel was called is told by its broadcast alone.
 */
export function broadcastSlots(situation: Situation, facts: readonly Announced[], voice: Voice): Slot[] {
  const { channel, channels } = situation
  // Until the channel is made there is nothing to lead to.
  if (!channel.channelId) return []
  const isSecret = situation.incident.visibility === 'private'
  const hiddenAt = isSecret ? facts.filter(isHiding).at(-1)?.at : undefined
  const slots: Slot[] = channels.map((told) => ({
    slot: `broadcast:${told.channelId}`,
    keep: 'living',
    lane: 'announce',
    // What must no longer be read is taken out as fast as anything is told.
    ...(isSecret ? { editLane: 'announce' as const } : {}),
    act: { do: 'message', channel: told.channelId, content: broadcastMessage(situation, told, voice) },
  }))
  const last = new Map<string, string>()
  const announce = (fact: Announced, channelId: string, where: Where, after: string) => {
    const slot = announceSlot(fact, channelId)
    const before = last.get(channelId)
    last.set(channelId, slot)
    // What was told elsewhere before it became private is rendered anew, without its contents, and not told any more.
    const isTakenBack = where !== 'inside' && hiddenAt !== undefined && fact.at < hiddenAt
    const inThread = isInThread(fact, where) ? { inThreadOf: after } : {}
    slots.push({
      slot,
      ...(isTakenBack ? { keep: 'while-standing', editLane: 'announce' } : { keep: 'once' }),
      lane: 'announce',
      after: [after],
      ...(before ? { follows: [before] } : {}),
      act: { do: 'message', channel: channelId, ...inThread, content: announcement(fact, situation, where, voice) },
    })
  }
  for (const fact of facts) {
    const { inside, outside } = reach(fact)
    if (inside && !channel.archivedAt) announce(fact, channel.channelId, 'inside', 'card')
    if (!outside) continue
    for (const { channelId, style, since } of channels) {
      // A channel that the fact itself called in is called in after it, if only by less than a millisecond.
      if (since < fact.at) announce(fact, channelId, style === 'brief' ? 'brief' : 'outside', `broadcast:${channelId}`)
    }
  }
  return slots
}
