import { happening, plainly } from '../../rooms/record/index.ts'
import { subscriptionFacts } from './subscribers.ts'
import { texts } from './texts.ts'

/** How it reads afterwards who got the news: the record of changes alone tells it. */
export const subscriptionsHappened = happening(plainly(texts, subscriptionFacts))
