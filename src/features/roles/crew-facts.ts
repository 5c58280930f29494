import type { FactOf, FactType } from '../../rooms/facts/index.ts'

/** The facts that the crew's messages are made of. */
export const crewFacts = [
  'incident.reopened',
  'roles.vacancy_nudged',
  'roles.tier_called',
  'roles.handler_taken',
  'roles.handler_released',
  'roles.role_claimed',
  'roles.hand_over_proposed',
  'roles.hand_over_waits',
  'roles.hand_over_dropped',
  'roles.handed_over',
] as const satisfies readonly FactType[]
export type CrewFact = FactOf<(typeof crewFacts)[number]>

/** Whom the crew's messages speak to in their own language. */
export const recipientsOfCrew = (facts: readonly CrewFact[]): string[] =>
  facts.flatMap((fact) => {
    if (fact.type === 'roles.handler_taken' || fact.type === 'roles.role_claimed') return [fact.data.user]
    if (fact.type === 'roles.handed_over') return [fact.data.to]
    if (fact.type !== 'roles.hand_over_proposed') return []
    return [fact.data.to, ...(fact.actor.kind === 'person' ? [fact.actor.id] : [])]
  })

/** Those of one type, in their order. */
export const only = <Type extends CrewFact['type']>(facts: readonly CrewFact[], type: Type) =>
  facts.filter((fact): fact is FactOf<Type> & CrewFact => fact.type === type)
