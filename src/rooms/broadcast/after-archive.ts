import type { Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { type Announced, announcement, isToldAfterArchive, reach } from './messages.ts'
import type { VoiceAt } from './slots.ts'

/**
 * What happens to the document once the channel is archived: told to whoever writes it, and in the service's own channels, of
 * which a private incident has none.
 */
export function afterArchiveSlots(
  situation: Situation,
  facts: readonly Announced[],
  serviceChannels: readonly string[],
  voice: Voice,
  voiceAt: VoiceAt,
): Slot[] {
  const { incident, channel } = situation
  const { archivedAt } = channel
  if (!archivedAt) return []
  const isSecret = incident.visibility === 'private'
  return facts
    .filter((fact) => isToldAfterArchive(fact) && fact.at >= archivedAt)
    .flatMap((fact): Slot[] => {
      const name = `announce:${fact.type}:${fact.n}`
      const owner: Slot[] = incident.postmortemOwner
        ? [
            {
              slot: `${name}:${incident.postmortemOwner}`,
              keep: 'once',
              lane: 'person',
              act: {
                do: 'direct-message',
                user: incident.postmortemOwner,
                content: announcement(fact, situation, 'inside', voice),
              },
            },
          ]
        : []
      // News in the threads of the broadcasts stand there already.
      if (isSecret || reach(fact).outside) return owner
      return [
        ...owner,
        ...serviceChannels.map(
          (id): Slot => ({
            slot: `${name}:${id}`,
            keep: 'once',
            lane: 'announce',
            act: { do: 'message', channel: id, content: announcement(fact, situation, 'outside', voiceAt(id)) },
          }),
        ),
      ]
    })
}
