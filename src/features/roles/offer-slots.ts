import type { Locale } from '../../kit/i18n/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { type CrewFact, only } from './crew-facts.ts'
import {
  type OfferOutcome,
  offerAnswerMessage,
  offerAskMessage,
  offerDroppedMessage,
  offerMessage,
  offerWaitsMessage,
} from './hand-over-messages.ts'

/**
 * Offers of a role: in the channel, edited to what became of them, and to the one who is asked while it is open. Whoever asked hears
 * the answer. What waits is said once more, and what came to nothing is told.
 */
export function offerSlots(
  channelId: string,
  situation: Situation,
  facts: readonly CrewFact[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const speaking = (user: string): Voice => ({ ...voice, locale: locales.get(user) ?? voice.locale })
  const proposed = only(facts, 'roles.hand_over_proposed')
  return [
    ...proposed.flatMap((fact) => oneOffer(fact, channelId, situation, facts, speaking, voice)),
    ...only(facts, 'roles.hand_over_waits').map((fact): Slot => {
      const outcome = outcomeOf(fact.data.handOver, facts)
      return {
        slot: `hand-over-waits:${fact.n}`,
        keep: outcome ? 'while-standing' : 'living',
        lane: 'announce',
        after: ['card'],
        act: { do: 'message', channel: channelId, content: offerWaitsMessage(fact, outcome, situation, voice) },
      }
    }),
    ...only(facts, 'roles.hand_over_dropped').flatMap((fact): Slot[] =>
      // An offer that was overtaken, or ended with the response, needs no message: whatever ended it has one.
      fact.data.how === 'replaced' || fact.data.how === 'over'
        ? []
        : [
            {
              slot: `hand-over-dropped:${fact.n}`,
              keep: 'once',
              lane: 'announce',
              after: ['card'],
              act: { do: 'message', channel: channelId, content: offerDroppedMessage(fact, situation, voice) },
            },
          ],
    ),
  ]
}

function oneOffer(
  fact: FactOf<'roles.hand_over_proposed'>,
  channelId: string,
  situation: Situation,
  facts: readonly CrewFact[],
  speaking: (user: string) => Voice,
  voice: Voice,
): Slot[] {
  const outcome = outcomeOf(fact.data.handOver, facts)
  const { to } = fact.data
  const isSecret = situation.incident.visibility === 'private'
  const shown: Slot = {
    slot: `hand-over:${fact.n}`,
    keep: outcome ? 'while-standing' : 'living',
    lane: 'announce',
    after: ['card'],
    act: { do: 'message', channel: channelId, content: offerMessage(fact, outcome, situation, voice) },
  }
  // Whoever is asked has to be there; in a private one, only whoever has said yes.
  const invite: Slot = {
    slot: `invite:${to}:hand-over`,
    keep: 'once',
    lane: 'person',
    act: { do: 'invite', channel: channelId, user: to },
  }
  const arrival = isSecret ? [] : [invite]
  const follows = arrival.map(({ slot }) => slot)
  if (outcome) {
    const came = isSecret && outcome === 'accepted' ? [invite] : []
    return [...came, shown, ...answerSlots(fact, outcome, situation, facts, speaking)]
  }
  return [
    ...arrival,
    { ...shown, follows },
    {
      slot: `hand-over-ask:${fact.n}`,
      keep: 'once',
      lane: 'person',
      follows,
      act: { do: 'direct-message', user: to, content: offerAskMessage(fact, situation, speaking(to)) },
    },
  ]
}

/** Whoever asked may be elsewhere by now: they hear the answer alone. */
function answerSlots(
  fact: FactOf<'roles.hand_over_proposed'>,
  outcome: OfferOutcome,
  situation: Situation,
  facts: readonly CrewFact[],
  speaking: (user: string) => Voice,
): Slot[] {
  const { actor, data } = fact
  if (actor.kind !== 'person' || actor.id === data.to || (outcome !== 'accepted' && outcome !== 'declined')) return []
  const dropped = only(facts, 'roles.hand_over_dropped').find((each) => each.data.handOver === data.handOver)
  const content = offerAnswerMessage(fact, outcome, dropped?.data.reason ?? null, situation, speaking(actor.id))
  return [
    {
      slot: `hand-over-answer:${fact.n}`,
      keep: 'once',
      lane: 'announce',
      act: { do: 'direct-message', user: actor.id, content },
    },
  ]
}

/** What became of an offer; null while it waits. */
function outcomeOf(handOver: string, facts: readonly CrewFact[]): OfferOutcome {
  const taken = [
    ...only(facts, 'roles.handed_over'),
    ...only(facts, 'roles.role_claimed'),
    ...only(facts, 'roles.handler_taken'),
  ]
  if (taken.some(({ data }) => data.handOver === handOver)) return 'accepted'
  return only(facts, 'roles.hand_over_dropped').find(({ data }) => data.handOver === handOver)?.data.how ?? null
}
