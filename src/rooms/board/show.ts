import type { Links } from '../../kit/links.ts'
import { knows } from '../assembly/index.ts'
import { afterArchiveSlots, broadcastSlots } from '../broadcast/index.ts'
import {
  actionFactTypes,
  actionSlots,
  calendarPath,
  calendarUntil,
  callSlots,
  cardSlots,
  dueSoonSlots,
  followedSlots,
  ladderFacts,
  ladderSlots,
  learningSlots,
  noted,
  noteSlots,
  overdueSlots,
} from '../card/index.ts'
import { crewFacts, crewSlots } from '../crew/index.ts'
import { originSlots, receiptSlots } from '../declaration/index.ts'
import { type FactType, factsOf, type World } from '../facts/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { archiveSlots } from '../upkeep/index.ts'
import { afterRejoining, channelSlots, excludeSlots, whileIn } from './channel-slots.ts'
import { excluding, followed, load, past } from './load.ts'
import { afterMoving, formerArchiveSlots, nextChannelSlots } from './moving.ts'
import { leaveOneOffer } from './one-offer.ts'
import { takenBackSlots } from './take-back.ts'

/** Drops messages for one person alone who may not know of the incident. */
const isForKnowers = ({ act }: Slot, situation: Situation): boolean =>
  !('user' in act) || act.do === 'kick' || knows(situation, act.user)

/** The address of the calendar file of its review, where one was planned and the bot can be reached. */
function calendarOf(situation: Situation, links: Links): string | undefined {
  const until = calendarUntil(situation)
  return until && links.to(calendarPath(situation.incident.id), until)
}

/** All that should stand in Slack for one incident. */
export const showIncident =
  (world: World, links: Links): Show =>
  async (reader, subject) => {
    const settings = world.settings()
    const loaded = await load(reader, subject, settings)
    if (!loaded) return []
    const { situation, facts, told, marked, locales, names, own, delay, outside, languageAt, leftBehind } = loaded
    const { incident } = situation
    const voice: Voice = { settings, locale: settings.services[incident.service]?.language ?? settings.language }
    const isSecret = incident.visibility === 'private'
    // Reminders of the next update begin after the first one.
    const whileTold = <Type extends FactType>(types: readonly Type[]) =>
      situation.lastUpdate ? factsOf(facts, types) : []
    const voiceAt = (channel: string): Voice => ({ ...voice, locale: languageAt(channel) })
    const namedAt = (channel: string): Voice => ({ ...voiceAt(channel), names })
    const slots = [
      ...receiptSlots(situation, delay, voice),
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
      ...dueSoonSlots(situation, whileTold(['updates.due_soon']), locales, voice),
      ...overdueSlots(situation, whileTold(['updates.overdue']), locales, voice),
      ...noteSlots(situation, factsOf(facts, noted), marked, names, locales, voice),
      ...followedSlots(situation, factsOf(facts, followed), locales, voice),
      ...learningSlots(situation, locales, voice, voiceAt),
      ...callSlots(situation, factsOf(facts, ['calls.released']), locales, { ...voice, names }, namedAt),
      ...actionSlots(situation, factsOf(facts, actionFactTypes), locales, voice),
      ...ladderSlots(
        situation,
        factsOf(facts, ladderFacts),
        { locales, calendar: calendarOf(situation, links) },
        { ...voice, names },
      ),
      ...crewSlots(situation, factsOf(facts, crewFacts), locales, voice),
    ]
    const meant = slots.filter((slot) => isForKnowers(slot, situation))
    const dropped = slots.filter((slot) => !isForKnowers(slot, situation))
    const left = isSecret ? takenBackSlots(situation, meant, dropped, outside) : meant
    const kept = afterMoving(left, situation, leftBehind)
    const brought = factsOf(facts, ['channel.unarchived'])
    return [
      ...afterRejoining(whileIn(leaveOneOffer(kept, situation.channel.channelId), situation), situation, brought),
      ...archiveSlots(situation, factsOf(facts, past)),
      ...nextChannelSlots(situation),
      ...formerArchiveSlots(situation, kept, leftBehind, voiceAt),
    ]
  }
