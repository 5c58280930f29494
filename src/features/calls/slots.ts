import { type Drawing, slotFace } from '../../rooms/faces/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Voice } from '../../rooms/situation/index.ts'
import { callElsewhereMessage, releasedMessage, rollCallMessage } from './messages.ts'

/** Each call for help with its roll, in the channels of the function that was called, and the thanks to those who may leave. */
export const callSlots = slotFace({
  facts: ['calls.released'],
  recipients: (_core, facts) => facts.flatMap(({ data }) => data.people),
  named: ({ calls }) => calls.map(({ by }) => by),
  slots: slotsOf,
})

function slotsOf({
  situation,
  facts: released,
  locales,
  names,
  ...drawing
}: Drawing<'calls.released', undefined>): Slot[] {
  const voice: Voice = { ...drawing.voice, names }
  const voiceAt = (place: string): Voice => ({ ...drawing.voiceAt(place), names })
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
