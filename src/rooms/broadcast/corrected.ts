import type { Announced } from './messages.ts'

/** The moments from which the news of a recovery counts how long it lasted. */
const counted: ReadonlySet<string> = new Set(['occurred_at', 'detected_at', 'declared_at', 'recovered_at'])

/**
 * The news of recoveries whose times people corrected afterwards, by the ids of the facts, as it reads now: what was told
 * of the start, the end and the duration must not go on being read. `facts` are in order.
 */
export function correctedNews(facts: readonly Announced[]): ReadonlyMap<string, Announced> {
  const news = new Map<string, Announced>()
  facts.forEach((fact, at) => {
    if (fact.type !== 'incident.times_edited') return
    const told = facts.slice(0, at).filter(({ type }) => type === 'incident.recovered')
    for (const { field, to } of fact.data.changes) {
      if (!counted.has(field)) continue
      for (const each of told) if (!news.has(each.id)) news.set(each.id, each)
      // The end that is corrected is that of the last recovery: a reopening had ended those before.
      const last = told.at(-1)
      if (last?.type === 'incident.recovered' && field === 'recovered_at' && to)
        news.set(last.id, { ...last, data: { ...last.data, recoveredAt: to } })
    }
  })
  return news
}
