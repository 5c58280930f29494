import type { MessageContent } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { FactType } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { roleOf } from '../../rooms/roles/index.ts'
import { handlerOf, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { type CrewFact, only } from './crew-facts.ts'
import { firstCallSlots } from './first-call.ts'
import { guidanceMessage } from './guidance.ts'
import { offerSlots } from './offer-slots.ts'
import { nudgeMessage, tierMessage, vacatedMessage } from './vacancy-messages.ts'

/** What is shown of the calling for a handler, of roles and of offers, while the channel is open. */
export function crewSlots(
  situation: Situation,
  facts: readonly CrewFact[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const { channelId, archivedAt } = situation.channel
  const guidance = guidanceSlots(situation, facts, locales, voice)
  if (!channelId || archivedAt) return guidance
  return [
    ...firstCallSlots(channelId, situation, facts, voice),
    ...vacancySlots(channelId, situation, facts, voice),
    ...tierSlots(channelId, situation, facts, voice),
    ...offerSlots(channelId, situation, facts, locales, voice),
    ...guidance,
  ]
}

/** A few before the last: one whose shrinking had to wait for Slack's budget still gets its turn. */
const remindersShown = 4

/** Nobody leads since the last of these came. */
const turningPoints: readonly FactType[] = [
  'incident.reopened',
  'roles.handler_taken',
  'roles.handler_released',
  'roles.handed_over',
]

const callsForHandler: readonly FactType[] = ['roles.vacancy_nudged', 'roles.handler_released', 'roles.tier_called']

/** The last call for a handler while nobody leads: it alone offers the lead, those before it shrink to a line. */
function newestCall(situation: Situation, facts: readonly CrewFact[]): CrewFact | undefined {
  if (situation.incident.status !== 'responding' || handlerOf(situation)) return undefined
  const turned = facts.findLastIndex(({ type }) => turningPoints.includes(type))
  return facts.slice(Math.max(turned, 0)).findLast(({ type }) => callsForHandler.includes(type))
}

/**
 * That the lead is vacant is asked at once when somebody had it, and then in the reminders. Only the newest of these says so
 * in full, while it is so; what could not be said in its time is not said late.
 */
function vacancySlots(channelId: string, situation: Situation, facts: readonly CrewFact[], voice: Voice): Slot[] {
  const asked = facts.filter(({ type }) => type === 'roles.vacancy_nudged' || type === 'roles.handler_released')
  const newest = newestCall(situation, facts)
  return asked.slice(-remindersShown).flatMap((fact): Slot[] => {
    const isLive = fact === newest
    const say = (slot: string, content: MessageContent): Slot[] => [
      {
        slot,
        keep: isLive ? 'living' : 'while-standing',
        lane: 'announce',
        after: ['card'],
        act: { do: 'message', channel: channelId, content },
      },
    ]
    if (fact.type === 'roles.vacancy_nudged')
      return say(`vacancy:${fact.n}`, nudgeMessage(fact, { isLive }, situation, voice))
    if (fact.type === 'roles.handler_released')
      return say(`vacated:${fact.n}`, vacatedMessage(fact, { isLive }, situation, voice))
    return []
  })
}

/**
 * Each tier is announced after its people were invited, for a mention reaches nobody who is not in the channel. Until they
 * have been looked up there is nothing to say.
 */
function tierSlots(channelId: string, situation: Situation, facts: readonly CrewFact[], voice: Voice): Slot[] {
  const newest = newestCall(situation, facts)
  return only(facts, 'roles.tier_called').flatMap((fact): Slot[] => {
    const isLive = fact === newest
    const called = situation.people.filter((each) => fact.data.people.includes(each.userId))
    if (!fact.data.people.every((userId) => called.some((each) => each.userId === userId))) return []
    // Whoever was called before has been named before; only where that is all of them does a second name ring for somebody.
    const fresh = called.filter(({ reason }) => reason === `tier:${fact.data.tier}`)
    const named = (fresh.length > 0 ? fresh : called).map(({ userId }) => userId)
    return [
      {
        slot: `tier:${fact.n}`,
        keep: isLive ? 'living' : 'while-standing',
        lane: 'announce',
        after: ['card'],
        follows: called.filter((each) => !each.skipped).map(({ userId, reason }) => `invite:${userId}:${reason}`),
        act: { do: 'message', channel: channelId, content: tierMessage(fact, { isLive, named }, situation, voice) },
      },
    ]
  })
}

/** Explains a role to whoever takes it, each time, alone and in their language. */
function guidanceSlots(
  situation: Situation,
  facts: readonly CrewFact[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const tell = (slot: string, user: string, role: string, handedOver?: string): Slot[] => {
    const key = roleOf(role)
    if (!key) return []
    const own = { ...voice, locale: locales.get(user) ?? voice.locale }
    const content = guidanceMessage(key, situation, own, handedOver)
    return [{ slot, keep: 'once', lane: 'person', act: { do: 'direct-message', user, content } }]
  }
  return facts.flatMap((fact) => {
    switch (fact.type) {
      case 'roles.handler_taken':
        return tell(`guidance:handler:${fact.n}`, fact.data.user, 'handler')
      case 'roles.handed_over':
        return tell(`guidance:handed-over:${fact.n}`, fact.data.to, 'handler', fact.data.briefing)
      case 'roles.role_claimed':
        return tell(`guidance:role:${fact.n}`, fact.data.user, fact.data.role)
      default:
        return []
    }
  })
}
