import type { IncidentChannel } from '../channel/index.ts'
import type { Fact } from '../facts/index.ts'
import { type Incident, isOpen } from '../incident/index.ts'
import type { Slot } from '../projection/index.ts'

/** Archiving by the bot: once for each time that it fell due, while it is still over. */
export function archiveSlots(
  { incident, channel }: { incident: Incident; channel: IncidentChannel },
  facts: readonly Fact[],
): Slot[] {
  const last = facts.findLast((fact) => fact.type === 'upkeep.archive_due' || fact.type === 'incident.reopened')
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
