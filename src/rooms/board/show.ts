import type { Locale } from '../../kit/i18n/index.ts'
import { announced, broadcastSlots, peopleIn } from '../broadcast/index.ts'
import { cardSlots, guidanceSlots, noted, noteSlots, overdueSlots, peopleInTodos } from '../card/index.ts'
import { channelSlot, incidentOf } from '../channel/index.ts'
import { originSlots, receiptSlots } from '../declaration/index.ts'
import { localeOfPerson, namesOf } from '../directory/index.ts'
import { type FactOf, factsAbout, type World } from '../facts/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import { markedByHand } from '../record/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import { archiveSlots } from '../upkeep/index.ts'

/** The channel itself, and who is invited into it. */
function channelSlots({ channel, people }: Situation): Slot[] {
  const { channelId } = channel
  const make: Slot = {
    slot: channelSlot,
    keep: 'once',
    lane: 'declare',
    act: { do: 'create-channel', name: channel.name, isPrivate: channel.isPrivate },
  }
  if (!channelId) return [make]
  if (channel.archivedAt) return []
  return people
    .filter((each) => !each.skipped)
    .map(({ userId, reason }) => ({
      slot: `invite:${userId}:${reason}`,
      keep: 'once',
      lane: 'declare',
      act: { do: 'invite', channel: channelId, user: userId },
    }))
}

/**
 * Archiving took the bot out of the channel: brought back, it goes in again before anything else is done there. Into a
 * private one only people can bring it.
 */
function afterRejoining(
  slots: Slot[],
  { channel }: Situation,
  brought: readonly FactOf<'channel.unarchived'>[],
): Slot[] {
  const { channelId } = channel
  const last = brought.at(-1)
  if (!last || !channelId || channel.archivedAt || channel.isPrivate) return slots
  const rejoin: Slot = {
    slot: `rejoin:${last.n}`,
    keep: 'once',
    lane: 'person',
    act: { do: 'join', channel: channelId },
  }
  const isThere = ({ act }: Slot) => 'channel' in act && act.channel === channelId
  return [
    rejoin,
    ...slots.map((slot) => (isThere(slot) ? { ...slot, after: [...(slot.after ?? []), rejoin.slot] } : slot)),
  ]
}

/** All that should stand in Slack for one incident. */
export const showIncident =
  (world: World): Show =>
  async (reader, subject) => {
    const situation = await situationOf(reader, incidentOf(subject) ?? '')
    if (!situation) return []
    const settings = world.settings()
    const voice: Voice = { settings, locale: settings.language }
    const facts = await factsAbout(reader, subject, announced)
    const taken = facts.filter((fact): fact is FactOf<'roles.handler_taken'> => fact.type === 'roles.handler_taken')
    const locales = new Map<string, Locale>()
    const { incident, roles } = situation
    const told = [incident.declaredBy, incident.postmortemOwner, ...roles.map((each) => each.userId)]
    const overdue = situation.lastUpdate ? await factsAbout(reader, subject, ['updates.overdue']) : []
    for (const user of overdue.flatMap(({ data }) => data.users)) {
      if (!locales.has(user)) locales.set(user, await localeOfPerson(reader, user, settings.language))
    }
    const names = await namesOf(reader, [
      ...told.flatMap((id) => id ?? []),
      ...facts.flatMap(peopleIn),
      ...peopleInTodos(situation),
    ])
    for (const { data } of taken) locales.set(data.user, await localeOfPerson(reader, data.user, settings.language))
    const notes = await factsAbout(reader, subject, noted)
    const marked = await markedByHand(reader, situation.incident.id)
    const slots = [
      ...(await receiptSlots(reader, situation, voice)),
      ...channelSlots(situation),
      ...cardSlots(situation, voice),
      ...broadcastSlots(situation, facts, { ...voice, names }),
      ...originSlots(situation, voice),
      ...overdueSlots(situation, overdue, locales, voice),
      ...noteSlots(situation, notes, marked, names, voice),
      ...guidanceSlots(situation, taken, locales, voice),
    ]
    const past = await factsAbout(reader, subject, ['channel.unarchived', 'upkeep.archive_due', 'incident.reopened'])
    const brought = past.filter((fact): fact is FactOf<'channel.unarchived'> => fact.type === 'channel.unarchived')
    return [...afterRejoining(slots, situation, brought), ...archiveSlots(situation, past)]
  }
