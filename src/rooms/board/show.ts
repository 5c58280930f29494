import type { Links } from '../../kit/links.ts'
import { wasCalled } from '../assembly/index.ts'
import { type Announced, afterArchiveSlots, announced, broadcastSlots, peopleIn } from '../broadcast/index.ts'
import {
  actionFactTypes,
  actionSlots,
  askedIn,
  askedToLearn,
  calendarPath,
  calendarUntil,
  callSlots,
  cardSlots,
  caretakerOf,
  followedSlots,
  ladderFacts,
  ladderSlots,
  learningSlots,
  noted,
  noteSlots,
  overdueSlots,
  peopleInTodos,
  toldOfActions,
} from '../card/index.ts'
import { channelSlot, incidentOf } from '../channel/index.ts'
import { type CrewFact, crewFacts, crewSlots, spokenTo } from '../crew/index.ts'
import { originSlots, receiptSlots } from '../declaration/index.ts'
import { channelsByAnyName, localesOf, namesOf } from '../directory/index.ts'
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
    .filter((each) => wasCalled(each) && !each.skipped)
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

/** While the bot is out of the channel nothing can be done there but to come back: what would fail for ever waits. */
function whileIn(slots: Slot[], { channel }: Situation): Slot[] {
  const { channelId, leftAt } = channel
  if (!leftAt || !channelId) return slots
  return slots.filter(({ act }) => act.do === 'join' || !('channel' in act) || act.channel !== channelId)
}

/** The address of the calendar file of its review, where one was planned and the bot can be reached. */
function calendarOf(situation: Situation, links: Links): string | undefined {
  const until = calendarUntil(situation)
  return until && links.to(calendarPath(situation.incident.id), until)
}

/** All that should stand in Slack for one incident. */
export const showIncident =
  (world: World, links: Links): Show =>
  async (reader, subject) => {
    const situation = await situationOf(reader, incidentOf(subject) ?? '')
    if (!situation) return []
    const settings = world.settings()
    const voice: Voice = { settings, locale: settings.language }
    const known = await factsAbout(reader, subject, [...new Set([...announced, ...crewFacts])])
    const facts = known.filter((fact): fact is Announced => (announced as readonly string[]).includes(fact.type))
    const crew = known.filter((fact): fact is CrewFact => (crewFacts as readonly string[]).includes(fact.type))
    const { incident, roles } = situation
    const told = [
      incident.declaredBy,
      incident.postmortemOwner,
      ...roles.map((each) => each.userId),
      ...situation.calls.map((each) => each.by),
    ]
    const overdue = situation.lastUpdate ? await factsAbout(reader, subject, ['updates.overdue']) : []
    const released = await factsAbout(reader, subject, ['calls.released'])
    const followed = await factsAbout(reader, subject, [
      'channel.bot_left',
      'channel.bot_called_back',
      'incident.reopened',
    ])
    const reopeners = followed.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))
    const leaving = [...new Set([...released.flatMap(({ data }) => data.people), caretakerOf(situation), ...reopeners])]
    const ofActions = await factsAbout(reader, subject, actionFactTypes)
    const lessons = await factsAbout(reader, subject, ladderFacts)
    const locales = await localesOf(
      reader,
      [
        ...askedToLearn(lessons),
        ...askedIn(situation),
        ...spokenTo(crew),
        ...overdue.flatMap(({ data }) => data.users),
        ...leaving,
        ...toldOfActions(ofActions),
      ],
      settings.language,
    )
    const names = await namesOf(reader, [
      ...told.flatMap((id) => id ?? []),
      ...facts.flatMap(peopleIn),
      ...peopleInTodos(situation),
      ...askedToLearn(lessons),
    ])
    const notes = await factsAbout(reader, subject, noted)
    const marked = await markedByHand(reader, situation.incident.id)
    const own = situation.channel.archivedAt
      ? await channelsByAnyName(reader, settings.services[incident.service]?.channels ?? [])
      : []
    const slots = [
      ...(await receiptSlots(reader, situation, voice)),
      ...channelSlots(situation),
      ...cardSlots(situation, voice),
      ...broadcastSlots(situation, facts, { ...voice, names }),
      ...afterArchiveSlots(
        situation,
        facts,
        own.map(({ id }) => id),
        { ...voice, names },
      ),
      ...originSlots(situation, voice),
      ...overdueSlots(situation, overdue, locales, voice),
      ...noteSlots(situation, notes, marked, names, voice),
      ...followedSlots(situation, followed, locales, voice),
      ...learningSlots(situation, locales, voice),
      ...callSlots(situation, released, locales, { ...voice, names }),
      ...actionSlots(situation, ofActions, locales, voice),
      ...ladderSlots(situation, lessons, { locales, calendar: calendarOf(situation, links) }, { ...voice, names }),
      ...crewSlots(situation, crew, locales, voice),
    ]
    const past = await factsAbout(reader, subject, ['channel.unarchived', 'upkeep.archive_due', 'incident.reopened'])
    const brought = past.filter((fact): fact is FactOf<'channel.unarchived'> => fact.type === 'channel.unarchived')
    return [...afterRejoining(whileIn(slots, situation), situation, brought), ...archiveSlots(situation, past)]
  }
