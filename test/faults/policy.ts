import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { until } from '../harness/until.ts'
import { wordsOf } from './declaring.ts'
import { channelsOfBot, markOf } from './records.ts'

/** Settings that have every incident broadcast there. */
export const everyIncident = (...broadcast: string[]) => ({ notify: [{ broadcast }] })

/** What the card of the only incident says, once it says all of `words`. */
export const cardSaying = (driver: Driver, ...words: string[]): Promise<string> =>
  until(async () => {
    const [channel] = channelsOfBot(await driver.state())
    const card = wordsOf(channel?.messages.find((each) => markOf(each)?.slot === 'card'))
    const missing = words.filter((each) => !card.includes(each))
    if (missing.length > 0) throw new Error(`The card does not say ${missing.join(', ')}: ${card}`)
    return card
  })

/** How many broadcasts stand in a channel. */
export const broadcastsIn = async (driver: Driver, name: string) =>
  (await driver.messages(name)).filter((each) => markOf(each)?.slot.startsWith('broadcast:')).length
