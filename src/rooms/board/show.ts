import type { Links } from '../../kit/links.ts'
import { knows } from '../assembly/index.ts'
import { factsOf, type World } from '../facts/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { archiveSlots } from '../upkeep/index.ts'
import { afterRejoining, whileIn } from './channel-slots.ts'
import { load, past } from './load.ts'
import { afterMoving, formerArchiveSlots, nextChannelSlots } from './moving.ts'
import { leaveOneOffer } from './one-offer.ts'
import { takenBackSlots } from './take-back.ts'

/** Drops messages for one person alone who may not know of the incident. */
const isForKnowers = ({ act }: Slot, situation: Situation): boolean =>
  !('user' in act) || act.do === 'kick' || knows(situation, act.user)

/** All that should stand in Slack for one incident: what the faces draw, as far as it may stand there. */
export const showIncident =
  (world: World, links: Links): Show =>
  async (reader, subject) => {
    const settings = world.settings()
    const loaded = await load(reader, subject, settings)
    if (!loaded) return []
    const { situation, facts, drawn, locales, names, outside, languageAt, leftBehind } = loaded
    const { incident } = situation
    const voice: Voice = { settings, locale: settings.services[incident.service]?.language ?? settings.language }
    const voiceAt = (channel: string): Voice => ({ ...voice, locale: languageAt(channel) })
    const slots = drawn.flatMap(({ face, facts: its, beside }) =>
      face.slots({ situation, facts: its, beside, locales, names, voice, voiceAt, links }),
    )
    const meant = slots.filter((slot) => isForKnowers(slot, situation))
    const dropped = slots.filter((slot) => !isForKnowers(slot, situation))
    const left = incident.visibility === 'private' ? takenBackSlots(situation, meant, dropped, outside) : meant
    const kept = afterMoving(left, situation, leftBehind)
    const brought = factsOf(facts, ['channel.unarchived'])
    return [
      ...afterRejoining(whileIn(leaveOneOffer(kept, situation.channel.channelId), situation), situation, brought),
      ...archiveSlots(situation, factsOf(facts, past)),
      ...nextChannelSlots(situation),
      ...formerArchiveSlots(situation, kept, leftBehind, voiceAt),
    ]
  }
