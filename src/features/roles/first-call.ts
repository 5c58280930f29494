import { type MessageContent, person, smallMessage } from '../../kit/block-kit/index.ts'
import { knows, wasCalled } from '../../rooms/assembly/index.ts'
import { verbLabel } from '../../rooms/faces/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { pagersFor } from '../../rooms/settings/index.ts'
import { handlerOf, type Situation, type Voice } from '../../rooms/situation/index.ts'
import type { CrewFact } from './crew-facts.ts'
import { texts } from './texts.ts'

/** More names than these in one message ring at too many desks at once; those left out are invited like the others. */
const mostNamed = 8

/** Whom the declaration called, once, by name: an invitation alone rings at few desks. The button is on the card above. */
export function firstCallMessage(people: readonly string[], voice: Voice): MessageContent {
  const key = people.length === 1 ? 'first-call.person' : 'first-call.people'
  const verb = verbLabel('take-handler', voice)
  return smallMessage(texts.in(voice.locale)(key, { people: people.map(person).join(' '), verb }))
}

/**
 * Whom the declaration called are mentioned once, when they have come in. Nobody where a pager rings for them, in a drill, or
 * where somebody has acted or the reminders have begun.
 */
export function firstCallSlots(
  channelId: string,
  situation: Situation,
  facts: readonly CrewFact[],
  voice: Voice,
): Slot[] {
  const { incident, people, pages, checkpoints } = situation
  const isFresh = facts.length === 0 && checkpoints.length === 0 && incident.status === 'responding'
  const wasShut = situation.silent.some(({ silentWhy }) => silentWhy === 'private')
  // Whoever was called may know of it no more: what stands there names them no longer.
  if (incident.visibility === 'private' && (!isFresh || wasShut)) return [withoutNames(channelId, voice)]
  if (incident.kind !== 'real') return []
  // Somebody leads, or it goes on elsewhere or is over: what stands there asks for nobody any more.
  if (incident.status !== 'responding' || handlerOf(situation)) return [withoutNames(channelId, voice)]
  if (!isFresh) return []
  const { level, urgency } = incident
  const about = { ...incident, level: level ?? undefined, urgency: urgency ?? undefined }
  if (pages.length > 0 || pagersFor(about, voice.settings, 'at-once').length > 0) return []
  const called = people.filter(
    (each) => wasCalled(each) && !each.skipped && each.userId !== incident.declaredBy && knows(situation, each.userId),
  )
  const named = [...new Set(called.map(({ userId }) => userId))].slice(0, mostNamed)
  if (named.length === 0) return []
  return [
    {
      slot: 'first-call',
      keep: 'once',
      lane: 'announce',
      after: ['card'],
      follows: called.map(({ userId, reason }) => `invite:${userId}:${reason}`),
      act: { do: 'message', channel: channelId, content: firstCallMessage(named, voice) },
    },
  ]
}

/** What stands there after the call, where it was made: that people were called, and not who. */
const withoutNames = (channelId: string, voice: Voice): Slot => ({
  slot: 'first-call',
  keep: 'while-standing',
  editLane: 'announce',
  lane: 'announce',
  act: { do: 'message', channel: channelId, content: firstCallPast(voice) },
})

/** What the call shrinks to once nobody is needed by it. */
export const firstCallPast = (voice: Voice): MessageContent => smallMessage(texts.in(voice.locale)('first-call.past'))
