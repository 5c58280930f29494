import type { Locale } from '../../kit/i18n/index.ts'
import type { FactOf, FactType } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { assignedMessage, type Outcome, type Reminded, remindedMessage } from './messages.ts'
import { reviewSlots } from './review-slots.ts'

/** The facts from which messages about what is owed follow. */
export const ladderFacts = [
  'incident.reopened',
  'ladder.reminded',
  'ladder.postponed',
  'ladder.assigned',
  'ladder.waived',
  'ladder.review_planned',
  'ladder.review_over',
  'ladder.review_held',
  'ladder.review_waived',
  'postmortem.status_set',
] as const satisfies readonly FactType[]
export type LadderFact = FactOf<(typeof ladderFacts)[number]>

/** Whom they speak to in their own language. */
export const recipientsOfLadder = (facts: readonly LadderFact[]): string[] =>
  facts.flatMap((fact) => {
    if (fact.type === 'ladder.reminded') return fact.data.people
    if (fact.type === 'ladder.review_planned') return fact.data.people
    if (fact.type === 'ladder.review_over') return [fact.data.user]
    return fact.type === 'ladder.assigned' ? [fact.data.to] : []
  })

/** All of one ladder, and of some before it. */
const remindersShown = 20

/**
 * The reminders of a postmortem, to each person alone: the newest stands in full until something answers it, those before it
 * are a line. Whoever is given it by somebody else hears of that once.
 */
export function ladderSlots(
  situation: Situation,
  facts: readonly LadderFact[],
  { locales, calendar }: { locales: ReadonlyMap<string, Locale>; calendar: string | undefined },
  voice: Voice,
): Slot[] {
  const { names: _, ...calling } = voice
  const own = (user: string): Voice => ({ ...calling, locale: locales.get(user) ?? voice.locale })
  const reminders = facts.filter((fact): fact is Reminded => fact.type === 'ladder.reminded').slice(-remindersShown)
  return [
    ...reviewSlots(situation, facts, calendar, { voice, own }),
    ...reminders.flatMap((fact) => {
      return fact.data.people.map((user): Slot => {
        const outcome = outcomeFor(user, fact, facts)
        return {
          slot: `ladder:${fact.n}:${user}`,
          keep: outcome === 'standing' ? 'living' : 'while-standing',
          lane: 'checkpoint',
          // Whoever pressed a button in it looks at it.
          editLane: 'person',
          act: { do: 'direct-message', user, content: remindedMessage(fact, outcome, situation, own(user)) },
        }
      })
    }),
    ...facts.flatMap((fact): Slot[] => {
      if (fact.type !== 'ladder.assigned' || fact.data.to === fact.data.from) return []
      if (fact.actor.kind === 'person' && fact.actor.id === fact.data.to) return []
      const user = fact.data.to
      return [
        {
          slot: `ladder-asked:${fact.n}:${user}`,
          keep: situation.incident.postmortemOwner === user ? 'once' : 'while-standing',
          lane: 'person',
          act: { do: 'direct-message', user, content: assignedMessage(fact, situation, own(user)) },
        },
      ]
    }),
  ]
}

/** What came after a reminder and answers it, or says it again to the same person. */
function outcomeFor(user: string, reminder: Reminded, facts: readonly LadderFact[]): Outcome {
  for (const fact of facts.slice(facts.indexOf(reminder) + 1)) {
    const outcome = fact.type === 'ladder.reminded' ? saidAnew(fact, user) : answered(fact)
    if (outcome) return outcome
  }
  return 'standing'
}

const saidAnew = ({ data }: Reminded, user: string): Outcome | undefined =>
  data.people.includes(user) ? 'newer' : undefined

function answered(fact: Exclude<LadderFact, Reminded>): Outcome | undefined {
  switch (fact.type) {
    case 'ladder.postponed':
      return 'postponed'
    case 'ladder.assigned':
      return 'assigned'
    case 'ladder.waived':
      return 'waived'
    case 'incident.reopened':
      return 'reopened'
    case 'postmortem.status_set':
      return fact.data.to === 'published' ? 'published' : undefined
    default:
      return undefined
  }
}
