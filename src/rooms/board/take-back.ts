import { knows } from '../assembly/index.ts'
import { incidentOf, incidentSubject } from '../channel/index.ts'
import type { Effects, World } from '../facts/index.ts'
import {
  forgetMessage,
  raise,
  type Slot,
  type SlotHooks,
  type StandingMessage,
  subjectsShowing,
} from '../projection/index.ts'
import type { Situation } from '../situation/index.ts'
import { takeBackJob } from './jobs.ts'

/** What follows its state and is redrawn when it shows an incident that became private: answers to mentions, cards of others. */
const isDrawnAnew = (subject: string): boolean => subject.startsWith('invitation:') || incidentOf(subject) !== undefined

/** To whom a message of somebody's own went; null for what stands in a channel. */
function readerOf({ slot, user }: StandingMessage): string | null {
  const [, person] = /^digest:person:(\w+)$/.exec(slot) ?? []
  return person ?? user
}

/**
 * Whether a message that stands outside of a private incident's channel is taken away: what is not shown there any more, what Slack did
 * not let us edit, and what somebody was told who may not know of it any longer. `shown`: the slots of the incident that are kept.
 */
function isLeft(
  message: StandingMessage,
  shown: ReadonlySet<string>,
  dropped: ReadonlySet<string>,
  situation: Situation,
) {
  if (message.subject !== incidentSubject(situation.incident.id)) {
    const reader = readerOf(message)
    return !isDrawnAnew(message.subject) && !(reader && knows(situation, reader))
  }
  // What came into the channel that it left while it was leaving.
  if (message.isStale || message.channelId === situation.channel.former?.channelId) return true
  if (shown.has(message.slot)) return false
  const isDirect = message.channelId.startsWith('D')
  return isDirect ? dropped.has(message.slot) || (message.user !== null && !knows(situation, message.user)) : true
}

/**
 * What stands outside of a private incident's channel says nothing of it: what is kept there follows its state, what is not is deleted.
 * `slots`: those that its readers may have; `dropped`: what was meant for people who may not know of it.
 */
export function takenBackSlots(
  situation: Situation,
  slots: readonly Slot[],
  dropped: readonly Slot[],
  outside: readonly StandingMessage[],
): Slot[] {
  const shown = new Set(slots.map(({ slot }) => slot))
  const unmeant = new Set(dropped.map(({ slot }) => slot))
  const left = outside.filter((message) => isLeft(message, shown, unmeant, situation))
  const taken = new Set(left.filter(({ isStale }) => isStale).map(({ slot }) => slot))
  return [
    ...slots.filter(({ slot }) => !taken.has(slot)).map((slot) => keptTrue(slot, situation)),
    ...left.map(
      ({ channelId, ts }): Slot => ({
        slot: `gone:${channelId}:${ts}`,
        keep: 'once',
        lane: 'announce',
        act: { do: 'delete', channel: channelId, ts },
      }),
    ),
  ]
}

/** What was told once in another channel while everybody might know says now what may be said. */
function keptTrue(slot: Slot, { channel }: Situation): Slot {
  const { act } = slot
  if (slot.keep !== 'once' || act.do !== 'message' || act.channel === channel.channelId) return slot
  return { ...slot, keep: 'living', editLane: 'announce' }
}

/** A message was deleted, of whatever slot it was. */
export const goneHooks: SlotHooks = {
  async standing(tx, _subject, { channelId, ref }) {
    if (channelId && ref) await forgetMessage(tx, channelId, ref)
  },
}

/** Whatever shows an incident that became private is redrawn. */
export const effects: Effects = ({ type, subject, data }) => {
  const incidentId = incidentOf(subject)
  const isHidden = type === 'incident.visibility_set' && data.to === 'private'
  // Others lead to where it is now.
  if (!incidentId || !(isHidden || type === 'channel.moved')) return []
  return [{ do: 'enqueue', job: takeBackJob, data: { incidentId } }]
}

/** Draws again what shows an incident and follows its own state. */
export async function takeBack(world: World, incidentId: string): Promise<void> {
  await world.db.transaction(async (tx) => {
    const showing = (await subjectsShowing(tx, incidentId)).filter(isDrawnAnew)
    for (const subject of showing.toSorted()) await raise(world.jobs, tx, subject, true)
  })
}
