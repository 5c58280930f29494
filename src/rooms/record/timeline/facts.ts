import type { Fact } from '../../facts/index.ts'
import type { EntryKind } from './happening.ts'
import { happeningOf } from './put-up.ts'

/** What a fact is about. Only facts that stand on timelines differ. */
export const kindOfFact = ({ type }: Pick<Fact, 'type'>): EntryKind => happeningOf(type)?.kind ?? 'course'

/** Whether the timeline shows it, of those whose type stands there. */
export const isForTimeline = (fact: Fact): boolean => happeningOf(fact.type)?.stands?.(fact) ?? true

/** When each of these facts was so, by their ids, where that is not when it was told; people put times right later. `facts` are in order. */
export function momentsOf(facts: readonly Fact[]): Map<string, Date> {
  const moments = new Map<string, Date>()
  facts.forEach((fact, at) => {
    const moment = happeningOf(fact.type)?.moment?.(fact)
    if (moment) moments.set(fact.id, moment)
    if (fact.type !== 'incident.times_edited') return
    for (const { field, to } of fact.data.changes) {
      const meant = facts.slice(0, at).findLast(({ type }: Fact) => happeningOf(type)?.time === field)
      if (meant && to) moments.set(meant.id, new Date(to))
    }
  })
  return moments
}
