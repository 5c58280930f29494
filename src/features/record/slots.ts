import { slotFace } from '../../rooms/faces/index.ts'
import { markedByHand } from '../../rooms/record/index.ts'
import { recoveryQuestion } from './messages.ts'

/** The question whether it is over, where it sounds so. */
export const recoverySlots = slotFace({
  facts: ['record.recovery_asked'],
  slots({ situation, facts, voice }) {
    const { channel, incident } = situation
    const { channelId } = channel
    if (!channelId || channel.archivedAt) return []
    const last = facts.at(-1)
    return facts.map((fact) => {
      const isOpen = incident.status === 'responding' && fact === last
      return {
        slot: `ask-recovery:${fact.n}`,
        // What has been settled before it could be asked is not asked late.
        keep: isOpen ? 'living' : 'while-standing',
        lane: 'announce',
        after: ['card'],
        act: {
          do: 'message',
          channel: channelId,
          content: recoveryQuestion(fact.data.by, isOpen, situation, voice),
        },
      }
    })
  },
})

/** The bot's small reaction, once under each message that it has noted. */
export const signSlots = slotFace({
  facts: [],
  read: (reader, { incident }) => markedByHand(reader, incident.id),
  slots({ situation, beside: marked, voice }) {
    const { channel, todos } = situation
    const { channelId } = channel
    if (!channelId || channel.archivedAt) return []
    const said = [...todos.list, ...todos.closed].flatMap(({ channelId: where, ts }) =>
      where && ts ? [{ channelId: where, ts }] : [],
    )
    const here = [...marked, ...said].filter((place) => place.channelId === channelId).map(({ ts }) => ts)
    return [...new Set(here)].map((ts) => ({
      slot: `seen:${ts}`,
      keep: 'once',
      lane: 'checkpoint',
      act: { do: 'react', channel: channelId, ts, name: voice.settings.record.seen },
    }))
  },
})
