import { knows } from '../../rooms/assembly/index.ts'
import { slotFace } from '../../rooms/faces/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'

/** Removes people from the channel who may no longer know of the incident, unless somebody has brought them back. */
export const excludedSlots = slotFace({
  facts: ['assembly.excluded', 'assembly.narrowed'],
  slots({ situation, facts }) {
    const { channelId, archivedAt } = situation.channel
    if (!channelId || archivedAt || situation.incident.visibility === 'public') return []
    return facts.flatMap((fact) =>
      fact.data.people
        .filter((user) => !knows(situation, user))
        .map(
          (user): Slot => ({
            slot: fact.type === 'assembly.excluded' ? `exclude:${fact.n}:${user}` : `narrow:${fact.n}:${user}`,
            keep: 'once',
            lane: 'person',
            act: { do: 'kick', channel: channelId, user },
          }),
        ),
    )
  },
})
