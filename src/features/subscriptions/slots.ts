import { slotFace } from '../../rooms/faces/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import { newsMessage } from './messages.ts'
import { newsFacts, newsFor, subscriptionFacts } from './subscribers.ts'

/** News for each subscriber alone. What somebody may not know of (any more) the board leaves out and takes back. */
export const subscriptionSlots = slotFace({
  facts: [...subscriptionFacts, ...newsFacts],
  recipients: (_core, facts) => newsFor(facts).flatMap(({ users }) => users),
  named: (_core, facts) => facts.map(({ actor }) => (actor.kind === 'person' ? actor.id : null)),
  slots: ({ situation, facts, locales, names, voice }) =>
    newsFor(facts).flatMap(({ news, users }) =>
      users.map((user): Slot => {
        const own = { ...voice, locale: locales.get(user) ?? voice.locale }
        return {
          slot: `subscription:${news.type}:${news.n}:${user}`,
          keep: 'once',
          lane: 'person',
          act: { do: 'direct-message', user, content: newsMessage(news, names, situation, own) },
        }
      }),
    ),
})
