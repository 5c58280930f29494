import { type Reader, readTogether } from '../../kit/db/index.ts'
import type { Links } from '../../kit/links.ts'
import { knows, wasCalled } from '../assembly/index.ts'
import { afterArchiveSlots, announced, broadcastSlots, otherIn, peopleIn, withoutOther } from '../broadcast/index.ts'
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
  dueSoonSlots,
  followedSlots,
  ladderFacts,
  ladderSlots,
  learningSlots,
  noted,
  noteSlots,
  overdueSlots,
  peopleInTodos,
  toldOfActions,
  toldOfTodos,
} from '../card/index.ts'
import { channelSlot, incidentOf } from '../channel/index.ts'
import { crewFacts, crewSlots, spokenTo } from '../crew/index.ts'
import { originSlots, receiptSlots } from '../declaration/index.ts'
import { channelLanguages, channelsByAnyName, localesOf, namesOf } from '../directory/index.ts'
import { type FactOf, type FactType, factsAbout, factsOf, type World } from '../facts/index.ts'
import { incidentsByIds } from '../incident/index.ts'
import { messagesOutside, type Show, type Slot } from '../projection/index.ts'
import { markedByHand } from '../record/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import { archiveSlots } from '../upkeep/index.ts'
import { takenBackSlots } from './take-back.ts'

/** Which of these incidents not everybody may know of. */
async function hiddenAmong(reader: Reader, ids: readonly string[]): Promise<(id: string) => boolean> {
  const others = ids.length === 0 ? [] : await incidentsByIds(reader, ids)
  const open = new Set(others.filter(({ visibility }) => visibility === 'public').map(({ id }) => id))
  return (id) => !open.has(id)
}

/** The channel itself, and who is invited into it. */
function channelSlots(situation: Situation): Slot[] {
  const { channel, people } = situation
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
    .filter((each) => wasCalled(each) && !each.skipped && knows(situation, each.userId))
    .map(({ userId, reason }) => ({
      slot: `invite:${userId}:${reason}`,
      keep: 'once',
      lane: 'declare',
      act: { do: 'invite', channel: channelId, user: userId },
    }))
}

const excluding = ['assembly.excluded', 'assembly.narrowed'] as const

/** Whoever may not know of it any longer is taken out of its channel, unless somebody has brought them back. */
const excludeSlots = (situation: Situation, facts: readonly FactOf<(typeof excluding)[number]>[]): Slot[] => {
  const { channelId, archivedAt } = situation.channel
  if (!channelId || archivedAt || situation.incident.visibility === 'public') return []
  return facts.flatMap((fact) =>
    fact.data.people
      .filter((user) => !knows(situation, user))
      .map((user) => ({
        slot: fact.type === 'assembly.excluded' ? `exclude:${fact.n}:${user}` : `narrow:${fact.n}:${user}`,
        keep: 'once' as const,
        lane: 'person' as const,
        act: { do: 'kick' as const, channel: channelId, user },
      })),
  )
}

/** Nobody who may not know of it is told anything alone, whatever had been meant for them. */
const isForKnowers = ({ act }: Slot, situation: Situation): boolean =>
  !('user' in act) || act.do === 'kick' || knows(situation, act.user)

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

const followed = ['channel.bot_left', 'channel.bot_called_back', 'incident.reopened'] as const
const past = ['channel.unarchived', 'upkeep.archive_due', 'incident.reopened'] as const

/** Every fact that something in Slack is shown for: read at once. */
const shownFor: readonly FactType[] = [
  ...new Set<FactType>([
    ...announced,
    ...crewFacts,
    ...actionFactTypes,
    ...ladderFacts,
    ...noted,
    ...followed,
    ...past,
    'updates.due_soon',
    'updates.overdue',
    'calls.released',
    ...excluding,
  ]),
]

/** All that should stand in Slack for one incident. */
export const showIncident =
  (world: World, links: Links): Show =>
  async (reader, subject) => {
    const together = readTogether(reader)
    const incidentId = incidentOf(subject) ?? ''
    const [situation, facts, marked] = await Promise.all([
      situationOf(together, incidentId),
      factsAbout(together, subject, shownFor),
      markedByHand(together, incidentId),
    ])
    if (!situation) return []
    const settings = world.settings()
    const { incident, roles } = situation
    const voice: Voice = { settings, locale: settings.services[incident.service]?.language ?? settings.language }
    const wasTold = factsOf(facts, announced)
    const isHidden = await hiddenAmong(
      together,
      wasTold.flatMap((fact) => otherIn(fact) ?? []),
    )
    const told = wasTold.map((fact) => withoutOther(fact, isHidden))
    const crew = factsOf(facts, crewFacts)
    const overdue = situation.lastUpdate ? factsOf(facts, ['updates.overdue']) : []
    const dueSoon = situation.lastUpdate ? factsOf(facts, ['updates.due_soon']) : []
    const released = factsOf(facts, ['calls.released'])
    const away = factsOf(facts, followed)
    const ofActions = factsOf(facts, actionFactTypes)
    const lessons = factsOf(facts, ladderFacts)
    const notes = factsOf(facts, noted)
    const reopeners = away.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))
    const spoken = [
      ...askedToLearn(lessons),
      ...askedIn(situation),
      ...spokenTo(crew),
      ...[...overdue, ...dueSoon].flatMap(({ data }) => data.users),
      ...released.flatMap(({ data }) => data.people),
      caretakerOf(situation),
      ...reopeners,
      ...toldOfTodos(notes),
      ...toldOfActions(ofActions),
    ]
    const named = [
      incident.declaredBy,
      incident.postmortemOwner,
      ...roles.map((each) => each.userId),
      ...situation.calls.map((each) => each.by),
      ...situation.knowers.slice(0, 10).map((each) => each.userId),
      ...told.flatMap(peopleIn),
      ...peopleInTodos(situation),
      ...askedToLearn(lessons),
    ]
    const ownChannels = situation.channel.archivedAt ? (settings.services[incident.service]?.channels ?? []) : []
    const isSecret = incident.visibility === 'private'
    const { channelId } = situation.channel
    const [locales, names, own, receipts, outside, languageAt] = await Promise.all([
      localesOf(together, spoken, settings.language),
      namesOf(
        together,
        named.flatMap((id) => id ?? []),
      ),
      channelsByAnyName(together, ownChannels),
      receiptSlots(together, situation, voice),
      isSecret ? messagesOutside(together, { subject, incidentId, channelId }) : [],
      channelLanguages(together, settings),
    ])
    const voiceAt = (channel: string): Voice => ({ ...voice, locale: languageAt(channel) })
    const namedAt = (channel: string): Voice => ({ ...voiceAt(channel), names })
    const slots = [
      ...receipts,
      ...channelSlots(situation),
      ...excludeSlots(situation, factsOf(facts, excluding)),
      ...cardSlots(situation, voice),
      ...broadcastSlots(situation, told, { ...voice, names }, namedAt),
      ...afterArchiveSlots(
        situation,
        told,
        own.map(({ id }) => id),
        { ...voice, names },
        namedAt,
      ),
      ...originSlots(situation, voiceAt),
      ...dueSoonSlots(situation, dueSoon, locales, voice),
      ...overdueSlots(situation, overdue, locales, voice),
      ...noteSlots(situation, notes, marked, names, locales, voice),
      ...followedSlots(situation, away, locales, voice),
      ...learningSlots(situation, locales, voice, voiceAt),
      ...callSlots(situation, released, locales, { ...voice, names }, namedAt),
      ...actionSlots(situation, ofActions, locales, voice),
      ...ladderSlots(situation, lessons, { locales, calendar: calendarOf(situation, links) }, { ...voice, names }),
      ...crewSlots(situation, crew, locales, voice),
    ]
    const meant = slots.filter((slot) => isForKnowers(slot, situation))
    const dropped = slots.filter((slot) => !isForKnowers(slot, situation))
    const kept = isSecret ? takenBackSlots(situation, meant, dropped, outside) : meant
    const brought = factsOf(facts, ['channel.unarchived'])
    return [
      ...afterRejoining(whileIn(kept, situation), situation, brought),
      ...archiveSlots(situation, factsOf(facts, past)),
    ]
  }
