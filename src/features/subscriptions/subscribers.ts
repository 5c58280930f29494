import type { Reader } from '../../kit/db/index.ts'
import { type Fact, type FactOf, type FactType, factsAbout, factsOf } from '../../rooms/facts/index.ts'

/** The facts that say who is subscribed: they are the only record of it. */
export const subscriptionFacts = ['subscriptions.begun', 'subscriptions.ended'] as const satisfies readonly FactType[]

/** What subscribers hear of: how it stands, how grave it is, and how it ends. */
export const newsFacts = [
  'updates.posted',
  'incident.level_set',
  'incident.recovered',
  'incident.reopened',
  'incident.completed',
  'incident.cancelled',
  'incident.merged',
] as const satisfies readonly FactType[]
export type News = FactOf<(typeof newsFacts)[number]>

/** Who is subscribed after these facts of one incident, in their order. */
export function subscribersAfter(facts: readonly Fact[]): ReadonlySet<string> {
  const subscribed = new Set<string>()
  for (const { type, data } of factsOf(facts, subscriptionFacts)) {
    if (type === 'subscriptions.begun') subscribed.add(data.user)
    else subscribed.delete(data.user)
  }
  return subscribed
}

/** Each piece of news with whom it is for: whoever was subscribed then, and did not bring it about. */
export const newsFor = (facts: readonly Fact[]): { news: News; users: readonly string[] }[] =>
  factsOf(facts, newsFacts).map((news) => {
    const { actor } = news
    const then = subscribersAfter(facts.slice(0, facts.indexOf(news)))
    return { news, users: [...then].filter((user) => actor.kind !== 'person' || actor.id !== user) }
  })

/** Whether somebody gets the news of this subject, an incident's, by direct message. */
export const isSubscribed = async (reader: Reader, subject: string, user: string): Promise<boolean> =>
  subscribersAfter(await factsAbout(reader, subject, subscriptionFacts)).has(user)
