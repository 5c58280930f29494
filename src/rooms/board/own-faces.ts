import { afterArchiveSlots, announced, broadcastSlots, peopleIn } from '../broadcast/index.ts'
import { cardSlots } from '../card/index.ts'
import { delayOf, originSlots, receiptSlots } from '../declaration/index.ts'
import { channelsByAnyName } from '../directory/index.ts'
import { otherIn, type SlotFace, slotFace, withoutOther } from '../faces/index.ts'
import { channelSlots, excludeSlots, excluding } from './channel-slots.ts'
import { hiddenAmong } from './hidden.ts'

/** What the frames themselves let stand in Slack. */
export const ownFaces: Readonly<Record<string, SlotFace>> = {
  receipts: slotFace({
    facts: [],
    read: (reader, core) => delayOf(reader, core),
    slots: ({ situation, beside: delay, voice }) => receiptSlots(situation, delay, voice),
  }),
  channel: slotFace({ facts: [], slots: ({ situation }) => channelSlots(situation) }),
  excluded: slotFace({ facts: excluding, slots: ({ situation, facts }) => excludeSlots(situation, facts) }),
  card: slotFace({ facts: [], slots: ({ situation, voice }) => cardSlots(situation, voice) }),
  broadcast: slotFace({
    facts: announced,
    named: (_core, facts) => facts.flatMap(peopleIn),
    async read(reader, { incident, channel }, { facts, settings }) {
      const ownChannels = channel.archivedAt ? (settings.services[incident.service]?.channels ?? []) : []
      const [isHidden, own] = await Promise.all([
        hiddenAmong(
          reader,
          facts.flatMap((fact) => otherIn(fact) ?? []),
        ),
        channelsByAnyName(reader, ownChannels),
      ])
      return { told: facts.map((fact) => withoutOther(fact, isHidden)), own: own.map(({ id }) => id) }
    },
    slots({ situation, beside: { told, own }, voice, voiceAt, names }) {
      const inside = { ...voice, names }
      const namedAt = (channel: string) => ({ ...voiceAt(channel), names })
      return [
        ...broadcastSlots(situation, told, inside, namedAt),
        ...afterArchiveSlots(situation, told, own, inside, namedAt),
      ]
    },
  }),
  origin: slotFace({ facts: [], slots: ({ situation, voiceAt }) => originSlots(situation, voiceAt) }),
}
