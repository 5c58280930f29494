import { knows, wasCalled } from '../assembly/index.ts'
import { channelSlot } from '../channel/index.ts'
import type { FactOf } from '../facts/index.ts'
import type { Slot } from '../projection/index.ts'
import type { Situation } from '../situation/index.ts'

/** The channel itself, and who is invited into it. */
export function channelSlots(situation: Situation): Slot[] {
  const { channel, people } = situation
  const { channelId } = channel
  const make: Slot = {
    slot: channelSlot,
    keep: 'once',
    lane: 'declare',
    act: { do: 'create-channel', name: channel.name, isPrivate: channel.isPrivate },
  }
  if (!channelId) return [make]
  if (channel.archivedAt) return []
  const called = people.filter((each) => wasCalled(each) && !each.skipped && knows(situation, each.userId))
  // When the incident moves to another channel, everybody who may know of it is invited there.
  const isCalled = new Set(called.map(({ userId }) => userId))
  const others = channel.former ? situation.knowers.filter(({ userId }) => !isCalled.has(userId)) : []
  const moving = [...new Set(others.map(({ userId }) => userId))].map((userId) => ({ userId, reason: 'moved' }))
  return [...called, ...moving].map(({ userId, reason }) => ({
    slot: `invite:${userId}:${reason}`,
    keep: 'once',
    lane: 'declare',
    act: { do: 'invite', channel: channelId, user: userId },
  }))
}

export const excluding = ['assembly.excluded', 'assembly.narrowed'] as const

/** Removes people from the channel who may no longer know of the incident, unless somebody has brought them back. */
export const excludeSlots = (situation: Situation, facts: readonly FactOf<(typeof excluding)[number]>[]): Slot[] => {
  const { channelId, archivedAt } = situation.channel
  if (!channelId || archivedAt || situation.incident.visibility === 'public') return []
  return facts.flatMap((fact) =>
    fact.data.people
      .filter((user) => !knows(situation, user))
      .map((user) => ({
        slot: fact.type === 'assembly.excluded' ? `exclude:${fact.n}:${user}` : `narrow:${fact.n}:${user}`,
        keep: 'once' as const,
        lane: 'person' as const,
        act: { do: 'kick' as const, channel: channelId, user },
      })),
  )
}

/**
 * Archiving took the bot out of the channel: brought back, it goes in again before anything else is done there. Into a
 * private one only people can bring it.
 */
export function afterRejoining(
  slots: Slot[],
  { channel }: Situation,
  brought: readonly FactOf<'channel.unarchived'>[],
): Slot[] {
  const { channelId } = channel
  const last = brought.at(-1)
  if (!last || !channelId || channel.archivedAt || channel.isPrivate) return slots
  const rejoin: Slot = {
    slot: `rejoin:${last.n}`,
    keep: 'once',
    lane: 'person',
    act: { do: 'join', channel: channelId },
  }
  const isThere = ({ act }: Slot) => 'channel' in act && act.channel === channelId
  return [
    rejoin,
    ...slots.map((slot) => (isThere(slot) ? { ...slot, after: [...(slot.after ?? []), rejoin.slot] } : slot)),
  ]
}

/** While the bot is out of the channel, the only thing that it can do there is to come back: everything else waits. */
export function whileIn(slots: Slot[], { channel }: Situation): Slot[] {
  const { channelId, leftAt } = channel
  if (!leftAt || !channelId) return slots
  return slots.filter(({ act }) => act.do === 'join' || !('channel' in act) || act.channel !== channelId)
}
