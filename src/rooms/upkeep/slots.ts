import type { IncidentChannel } from '../channel/index.ts'
import type { Fact } from '../facts/index.ts'
import { type Incident, isOpen } from '../incident/index.ts'
import type { Slot } from '../projection/index.ts'

const turning: ReadonlySet<string> = new Set(['upkeep.archive_due', 'incident.reopened', 'channel.unarchived'])

/** Archiving by the bot: once for each time that it fell due, while it is still over. */
export function archiveSlots(
  { incident, channel }: { incident: Incident; channel: IncidentChannel },
  facts: readonly Fact[],
): Slot[] {
  // Brought back since, it stays: the call that archived it may have landed late, and its slot not know of it.
  const last = facts.findLast(({ type }) => turning.has(type))
  if (last?.type !== 'upkeep.archive_due' || isOpen(incident) || !channel.channelId || channel.archivedAt) return []
  return [
    {
      slot: `archive:${last.n}`,
      keep: 'once',
      lane: 'cosmetic',
      act: { do: 'archive', channel: channel.channelId },
    },
  ]
}
