import { afterArchiveSlots, announced, broadcastSlots, otherIn, peopleIn, withoutOther } from '../broadcast/index.ts'
import {
  actionFactTypes,
  actionSlots,
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
  overdueSlots,
  recipientsOfActions,
  recipientsOfLadder,
  recipientsOfQuestions,
} from '../card/index.ts'
import { crewFacts, crewSlots, recipientsOfCrew } from '../crew/index.ts'
import { delayOf, originSlots, receiptSlots } from '../declaration/index.ts'
import { channelsByAnyName } from '../directory/index.ts'
import { type SlotFace, slotFace } from '../faces/index.ts'
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
  // Reminders of the next update begin after the first one.
  'due-soon': slotFace({
    facts: ['updates.due_soon'],
    recipients: ({ lastUpdate }, facts) => (lastUpdate ? facts.flatMap(({ data }) => data.users) : []),
    slots: ({ situation, facts, locales, voice }) =>
      situation.lastUpdate ? dueSoonSlots(situation, facts, locales, voice) : [],
  }),
  overdue: slotFace({
    facts: ['updates.overdue'],
    recipients: ({ lastUpdate }, facts) => (lastUpdate ? facts.flatMap(({ data }) => data.users) : []),
    slots: ({ situation, facts, locales, voice }) =>
      situation.lastUpdate ? overdueSlots(situation, facts, locales, voice) : [],
  }),
  followed: slotFace({
    facts: ['channel.bot_left', 'channel.bot_called_back', 'incident.reopened'],
    recipients: (core, facts) => [
      caretakerOf(core),
      ...facts.map(({ actor }) => (actor.kind === 'person' ? actor.id : null)),
    ],
    slots: ({ situation, facts, locales, voice }) => followedSlots(situation, facts, locales, voice),
  }),
  questions: slotFace({
    facts: [],
    recipients: (core) => recipientsOfQuestions(core),
    slots: ({ situation, locales, voice, voiceAt }) => learningSlots(situation, locales, voice, voiceAt),
  }),
  calls: slotFace({
    facts: ['calls.released'],
    recipients: (_core, facts) => facts.flatMap(({ data }) => data.people),
    named: ({ calls }) => calls.map(({ by }) => by),
    slots: ({ situation, facts, locales, voice, voiceAt, names }) =>
      callSlots(situation, facts, locales, { ...voice, names }, (channel) => ({ ...voiceAt(channel), names })),
  }),
  actions: slotFace({
    facts: actionFactTypes,
    recipients: (_core, facts) => recipientsOfActions(facts),
    slots: ({ situation, facts, locales, voice }) => actionSlots(situation, facts, locales, voice),
  }),
  ladder: slotFace({
    facts: ladderFacts,
    recipients: (_core, facts) => recipientsOfLadder(facts),
    named: (_core, facts) => recipientsOfLadder(facts),
    slots({ situation, facts, locales, voice, names, links }) {
      const until = calendarUntil(situation)
      const calendar = until && links.to(calendarPath(situation.incident.id), until)
      return ladderSlots(situation, facts, { locales, calendar }, { ...voice, names })
    },
  }),
  crew: slotFace({
    facts: crewFacts,
    recipients: (_core, facts) => recipientsOfCrew(facts),
    slots: ({ situation, facts, locales, voice }) => crewSlots(situation, facts, locales, voice),
  }),
}
