import type { Locale } from '../../kit/i18n/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { callElsewhereMessage, releasedMessage, rollCallMessage } from './messages.ts'

/** Each call for help with its roll, in the channels of the function that was called, and the thanks to those who may leave. */
export function callSlots(
  situation: Situation,
  released: readonly FactOf<'calls.released'>[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
  voiceAt: (channelId: string) => Voice,
): Slot[] {
  const { channel, calls, incident } = situation
  const { channelId } = channel
  if (!channelId) return []
  const inside = calls.map(
    (call): Slot => ({
      slot: `call:${call.n}`,
      keep: 'living',
      lane: 'person',
      after: ['card'],
      act: { do: 'message', channel: channelId, content: rollCallMessage(call, situation, voice) },
    }),
  )
  const elsewhere = calls.flatMap((call) =>
    call.channels.map(
      (place): Slot => ({
        slot: `call:${call.n}:${place}`,
        // Who has since become none of the others' business is taken back there as well.
        keep: incident.visibility === 'private' ? 'while-standing' : 'once',
        lane: 'announce',
        editLane: 'announce',
        act: { do: 'message', channel: place, content: callElsewhereMessage(call, situation, voiceAt(place)) },
      }),
    ),
  )
  const thanks = released.flatMap((fact) =>
    fact.data.people.map(
      (user): Slot => ({
        slot: `released:${fact.n}:${user}`,
        keep: 'once',
        lane: 'announce',
        act: {
          do: 'direct-message',
          user,
          content: releasedMessage(fact, situation, { ...voice, locale: locales.get(user) ?? voice.locale }),
        },
      }),
    ),
  )
  return [...(channel.archivedAt ? [] : inside), ...elsewhere, ...thanks]
}
