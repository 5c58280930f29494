import { actions, type MessageContent } from '../../kit/block-kit/index.ts'
import { type AssembledChannel, placeName } from '../assembly/index.ts'
import type { Where } from '../faces/index.ts'
import { controlsBlockId, isOtherHidden, otherIn, verbActionId, verbButton } from '../faces/index.ts'
import { isOpen } from '../incident/index.ts'
import type { Slot } from '../projection/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { correctedNews } from './corrected.ts'
import { type Announced, announcement, broadcastMessage, isInThread, reach } from './messages.ts'

/** In whose words something is said in a channel, by its id. */
export type VoiceAt = (channelId: string) => Voice

type Heard = { channelId: string; threadTs?: string }

const inPlace = ({ channelId, threadTs }: Heard) => ({ channel: channelId, ...(threadTs ? { threadTs } : {}) })

/** The broadcast of one place, with the way in; brought there by a person, it has the button that ends it, too. */
function broadcastAt(place: AssembledChannel, situation: Situation, voice: Voice): MessageContent {
  const content = broadcastMessage(situation, place, voice)
  const { incident } = situation
  if (place.silentSince || !isOpen(incident) || incident.visibility === 'private') return content
  const buttons = [
    verbButton('join', voice),
    ...(place.linkedBy ? [verbButton('unlink-channel', voice, { argument: placeName(place) })] : []),
  ]
  return { ...content, blocks: [...content.blocks, actions(controlsBlockId(incident.id), buttons)] }
}

/** The name under which an announcement is done once. */
const announceSlot = (fact: Announced, place: string): string => `announce:${fact.type}:${fact.n}:${place}`

const isHiding = (fact: Announced): boolean => fact.type === 'incident.visibility_set' && fact.data.to === 'private'

/**
 * The original broadcast of every place that hears of the incident, and the announcement of each fact in it. What had
 * happened before a place was called is told by its broadcast alone.
 */
export function broadcastSlots(
  situation: Situation,
  facts: readonly Announced[],
  own: Voice,
  voiceAt: VoiceAt,
): Slot[] {
  const { channel, channels } = situation
  // Until the channel is made there is nothing to lead to.
  if (!channel.channelId) return []
  const isSecret = situation.incident.visibility === 'private'
  const hiddenAt = isSecret ? facts.filter(isHiding).at(-1)?.at : undefined
  // What was archived cannot be edited; what fell silent otherwise is kept true, so that nobody is misled there.
  const silent = situation.silent.filter(({ silentWhy }) => silentWhy !== 'archived')
  const slots: Slot[] = [...channels, ...silent].map((place) => ({
    slot: `broadcast:${placeName(place)}`,
    keep: place.silentSince ? 'while-standing' : 'living',
    lane: 'announce',
    // What must no longer be read is taken out as fast as anything is told.
    ...(isSecret ? { editLane: 'announce' as const } : {}),
    act: { do: 'message', ...inPlace(place), content: broadcastAt(place, situation, voiceAt(place.channelId)) },
  }))
  const last = new Map<string, string>()
  const toldAt = new Map<string, { fact: Announced; told: Slot }[]>()
  const corrected = correctedNews(facts)
  const announce = (given: Announced, place: Heard, where: Where, after: string) => {
    const fact = corrected.get(given.id) ?? given
    const name = placeName(place)
    const voice = where === 'inside' ? own : voiceAt(place.channelId)
    const slot = announceSlot(fact, name)
    const before = last.get(name)
    last.set(name, slot)
    // What was told elsewhere before it became private is rendered anew, without its contents, and not told any more.
    const isTakenBack = where !== 'inside' && hiddenAt !== undefined && fact.at < hiddenAt
    // What leads to another incident leads there no more once that one is private.
    const other = otherIn(fact)
    const inThread = isInThread(fact, where, voice.settings) && !place.threadTs ? { inThreadOf: after } : {}
    const told: Slot = {
      slot,
      ...(isTakenBack
        ? { keep: 'while-standing', editLane: 'announce' }
        : isOtherHidden(fact)
          ? { keep: 'living', editLane: 'announce' }
          : { keep: corrected.has(fact.id) ? 'living' : 'once' }),
      ...(other === null ? {} : { shows: [other] }),
      lane: 'announce',
      after: [after],
      ...(before ? { follows: [before] } : {}),
      act: { do: 'message', ...inPlace(place), ...inThread, content: announcement(fact, situation, where, voice) },
    }
    toldAt.set(name, [...(toldAt.get(name) ?? []), { fact, told }])
    slots.push(told)
  }
  const tell = (fact: Announced, place: AssembledChannel) =>
    announce(fact, place, place.style === 'brief' ? 'brief' : 'outside', `broadcast:${placeName(place)}`)
  for (const fact of facts) {
    const { inside: isForUs, outside } = reach(fact)
    if (isForUs && !channel.archivedAt) announce(fact, { channelId: channel.channelId }, 'inside', 'card')
    if (!outside) continue
    // A place that the fact itself called in is called in after it, if only by less than a millisecond.
    for (const place of channels) if (place.since < fact.at) tell(fact, place)
    if (!hiddenAt || fact.at >= hiddenAt) continue
    // What had been told in a place before it fell silent is taken back there as well.
    // Where no rule names the place any more, it is left out and so deleted.
    for (const place of silent.filter(({ silentWhy }) => silentWhy !== 'private'))
      if (place.since < fact.at && place.silentSince && fact.at < place.silentSince) tell(fact, place)
  }
  for (const told of toldAt.values()) leaveOffersToTheNewest(told)
  return slots
}

/**
 * In each channel only the newest announcement offers a thing: those before it keep their news, and what was reopened offers to reopen
 * no more.
 */
function leaveOffersToTheNewest(told: readonly { fact: Announced; told: Slot }[]): void {
  const taken = new Set<string>()
  for (const { fact, told: slot } of told.toReversed()) {
    if (slot.act.do !== 'message') continue
    const { content } = slot.act
    const offers = content.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.flatMap((each) => (each.type === 'button' ? each.action_id : [])) : [],
    )
    if (offers.some((each) => taken.has(each))) {
      slot.keep = 'living'
      slot.act = {
        ...slot.act,
        content: { ...content, blocks: content.blocks.filter(({ type }) => type !== 'actions') },
      }
    }
    for (const each of offers) taken.add(each)
    if (fact.type === 'incident.reopened') for (const each of ['reopen', 'archive-now']) taken.add(verbActionId(each))
  }
}
