import type { Locale } from '../../kit/i18n/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { handlerOf, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { botLeftMessage, unarchiveMessage } from './messages.ts'

export type FollowedFact = FactOf<'channel.bot_left' | 'channel.bot_called_back' | 'incident.reopened'>

/** Who hears what happens to the channel: the handler, or else the declarer. */
export const caretakerOf = (situation: Pick<Situation, 'roles' | 'incident'>): string =>
  handlerOf(situation) ?? situation.incident.declaredBy

/**
 * Beside a channel that the bot is out of: who can do something about it is told by direct message, and the bot enters
 * again when somebody asks it to.
 */
export function followedSlots(
  situation: Situation,
  facts: readonly FollowedFact[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const { channel } = situation
  if (!channel.channelId) return []
  const lastOf = <Type extends FollowedFact['type']>(type: Type) =>
    facts.findLast((fact): fact is Extract<FollowedFact, { type: Type }> => fact.type === type)
  const tell = (slot: string, user: string, content: (voice: Voice) => ReturnType<typeof unarchiveMessage>): Slot => ({
    slot,
    keep: 'once',
    lane: 'person',
    act: { do: 'direct-message', user, content: content({ ...voice, locale: locales.get(user) ?? voice.locale }) },
  })
  if (channel.archivedAt) {
    const reopened = lastOf('incident.reopened')
    if (reopened?.actor.kind !== 'person' || reopened.at < channel.archivedAt) return []
    return [tell(`ask-unarchive:${reopened.n}`, reopened.actor.id, (its) => unarchiveMessage(situation, its))]
  }
  const left = channel.leftAt ? lastOf('channel.bot_left') : undefined
  if (!left) return []
  const called = lastOf('channel.bot_called_back')
  const back: Slot[] =
    called && called.at >= left.at && !channel.isPrivate
      ? [
          {
            slot: `come-back:${called.n}`,
            keep: 'once',
            lane: 'person',
            act: { do: 'join', channel: channel.channelId },
          },
        ]
      : []
  const told = tell(`bot-left:${left.n}`, caretakerOf(situation), (its) => botLeftMessage(situation, left.data.by, its))
  return [told, ...back]
}
