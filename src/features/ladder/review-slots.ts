import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { type Planned, type PlanOutcome, plannedMessage, reviewOverMessage } from './review.ts'
import type { LadderFact } from './slots.ts'

/** All plans of one review, and some before it. */
const plansShown = 12

/**
 * The plans of the review: the newest in full in the channel and with each who takes part, those before it a line. Whoever planned
 * it is asked when it should be over.
 */
export function reviewSlots(
  situation: Situation,
  facts: readonly LadderFact[],
  calendar: string | undefined,
  { voice, own }: { voice: Voice; own(user: string): Voice },
): Slot[] {
  const { channelId, archivedAt } = situation.channel
  const plans = facts.filter((fact): fact is Planned => fact.type === 'ladder.review_planned').slice(-plansShown)
  return [
    ...plans.flatMap((fact): Slot[] => {
      const outcome = outcomeAfter(fact, facts)
      const common = { keep: outcome === 'standing' ? 'living' : 'while-standing', editLane: 'person' } as const
      const shown = (to: 'channel' | 'person', its: Voice) =>
        plannedMessage(fact, { outcome, calendar, to }, situation, its)
      const here: Slot[] =
        channelId && !archivedAt
          ? [
              {
                slot: `review:${fact.data.n}`,
                ...common,
                lane: 'announce',
                after: ['card'],
                act: { do: 'message', channel: channelId, content: shown('channel', voice) },
              },
            ]
          : []
      return [
        ...here,
        ...fact.data.people.map(
          (user): Slot => ({
            slot: `review:${fact.data.n}:${user}`,
            ...common,
            lane: 'person',
            act: { do: 'direct-message', user, content: shown('person', own(user)) },
          }),
        ),
      ]
    }),
    ...facts.flatMap((fact): Slot[] => {
      if (fact.type !== 'ladder.review_over') return []
      const { user } = fact.data
      const later = facts.slice(facts.indexOf(fact) + 1)
      const isAskedAnew = later.some((each) => each.type === 'ladder.review_over' && each.data.user === user)
      const outcome = isAskedAnew ? 'newer' : outcomeAfter(fact, facts)
      return [
        {
          slot: `review-over:${fact.n}:${user}`,
          keep: outcome === 'standing' ? 'living' : 'while-standing',
          lane: 'checkpoint',
          editLane: 'person',
          act: { do: 'direct-message', user, content: reviewOverMessage(outcome, situation, own(user)) },
        },
      ]
    }),
  ]
}

/** What came of the plan that held at a fact. */
function outcomeAfter(fact: LadderFact, facts: readonly LadderFact[]): PlanOutcome {
  for (const { type } of facts.slice(facts.indexOf(fact) + 1)) {
    if (type === 'ladder.review_planned') return 'moved'
    if (type === 'ladder.review_held') return 'held'
    if (type === 'ladder.review_waived') return 'waived'
  }
  return 'standing'
}
