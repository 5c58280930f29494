import type { Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { cardAgainSlots } from './again.ts'
import { bookmarkTitle, cardMessage, topicText } from './messages.ts'

/** The card with its pin and bookmark, and the topic, while the channel is open. */
export function cardSlots(situation: Situation, voice: Voice): Slot[] {
  const { channel } = situation
  const { channelId } = channel
  if (!channelId || channel.archivedAt) return []
  const cardContent = cardMessage(situation, voice)
  return [
    {
      slot: 'card',
      keep: 'living',
      // Made at once; when it is edited later, nobody is kept waiting for it.
      lane: situation.problems.length > 0 ? 'announce' : 'person',
      shows: situation.related.map(({ incident }) => incident.id),
      act: { do: 'message', channel: channelId, content: cardContent },
    },
    ...cardAgainSlots(channelId, situation, voice),
    { slot: 'pin', keep: 'once', lane: 'person', after: ['card'], act: { do: 'pin', of: 'card' } },
    {
      slot: 'topic',
      keep: 'living',
      lane: 'cosmetic',
      act: { do: 'topic', channel: channelId, text: topicText(situation, voice) },
    },
    {
      slot: 'bookmark',
      keep: 'living',
      lane: 'cosmetic',
      after: ['card'],
      act: { do: 'bookmark', channel: channelId, title: bookmarkTitle(voice), emoji: ':clipboard:', to: 'card' },
    },
  ]
}
