import { leftTopicText } from '../card/index.ts'
import { formerArchiveSlot, nextChannelSlot } from '../channel/index.ts'
import { formerBookmark, type Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'

/** The private channel that is made in place of a public one. Whatever is on its way into the old one meanwhile is taken back there. */
export function nextChannelSlots({ incident, channel }: Situation): Slot[] {
  const { next, isPrivate } = channel
  if (!next || isPrivate || incident.visibility === 'public') return []
  return [
    {
      slot: nextChannelSlot,
      keep: 'once',
      lane: 'declare',
      act: { do: 'create-channel', name: next.name, isPrivate: true },
    },
  ]
}

/**
 * What is shown of an incident that has moved: in the channel that it left nothing more is done but to take away what the bot wrote there,
 * and what was said once there is not said again in the new one. `leftBehind`: the slots of which something stood in the old one.
 */
export function afterMoving(slots: Slot[], { channel }: Situation, leftBehind: ReadonlySet<string>): Slot[] {
  const { former, channelId } = channel
  if (!former) return slots
  const isOver = ({ slot, keep, act }: Slot): boolean => {
    if (!('channel' in act)) return false
    if (act.channel === former.channelId) return act.do !== 'delete'
    if (act.channel !== channelId) return false
    const thread = 'threadTs' in act ? act.threadTs : undefined
    // What answers to a message of the old channel has nothing to stand under.
    return (
      (keep === 'once' && leftBehind.has(slot)) || (thread !== undefined && Number(thread) * 1000 < +former.movedAt)
    )
  }
  return slots.filter((slot) => !isOver(slot))
}

/** The bookmark in the channel that was left leads to a card that is gone. */
const unbookmarkSlot = 'former-unbookmark'

/** The topic of the channel that was left says what was true before. */
const untopicSlot = 'former-topic'

/**
 * Takes the bookmark out of the channel that was left, lets its topic say no more than that it was left unless people had set one of their
 * own, and archives it after all else: archiving takes the bot out, and it could take nothing back there any more.
 * What cannot be deleted keeps it open, and the card says where that stands.
 */
export function formerArchiveSlots(
  { channel }: Situation,
  slots: readonly Slot[],
  leftBehind: ReadonlySet<string>,
  voiceAt: (channel: string) => Voice,
): Slot[] {
  const { former } = channel
  if (!former || former.archivedAt) return []
  const topic: Slot = {
    slot: untopicSlot,
    keep: 'once',
    lane: 'cosmetic',
    act: { do: 'topic', channel: former.channelId, text: leftTopicText(voiceAt(former.channelId)) },
  }
  const isCleaning = ({ act }: Slot) => act.do === 'delete' && act.channel === former.channelId
  return [
    {
      slot: unbookmarkSlot,
      keep: 'once',
      lane: 'cosmetic',
      act: { do: 'remove-bookmark', channel: former.channelId, of: formerBookmark },
    },
    ...(leftBehind.has('topic') ? [] : [topic]),
    {
      slot: formerArchiveSlot,
      keep: 'once',
      lane: 'cosmetic',
      after: slots.filter(isCleaning).map(({ slot }) => slot),
      follows: [unbookmarkSlot, untopicSlot, ...slots.filter(({ act }) => act.do === 'invite').map(({ slot }) => slot)],
      act: { do: 'archive', channel: former.channelId },
    },
  ]
}
