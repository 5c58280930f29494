import type { Place } from '../record.ts'
import { asks, type Destination, denies, destinationsIn, linkWorth, type Topic, topicsIn } from './signs.ts'

/** A message of a conversation, oldest first among its like. */
export type Said = Place & { author: string | null; words: string; saidAt: Date }

/** Why a message may belong on the timeline, in words that texts tell. */
export type Reason =
  | { is: 'topic'; topic: Topic }
  | { is: 'link'; to: Destination }
  | { is: 'newcomer' }
  | { is: 'burst'; count: number }

/** A message that may belong on the timeline, and why; the best reason first. */
export type Proposal<Message extends Said = Said> = { message: Message; score: number; reasons: Reason[] }

/** Less than this is small talk. */
const least = 2

const newcomerWorth = 2
const burstWorth = 2

/** Talk after a pause: so many messages of at least two people within so long, after so long a silence. In milliseconds. */
const burst = { messages: 5, withinMs: 2 * 60_000, afterMs: 3 * 60_000 }

/** Of several moments so close together the best is proposed, in milliseconds. */
const apartMs = 60_000

/** A question, or a "not yet", is seldom the moment itself. */
const doubt = 0.5

/**
 * The key moments of a conversation by its words, links, voices and rhythm: the `most` best, in the order in which they were
 * said. `said` is the whole conversation, oldest first; those for which `mayBe` is false are heard and not proposed. No model is
 * asked, so that it is the same each time and works everywhere.
 */
export function keyMoments<Message extends Said>(
  said: readonly Message[],
  { most, mayBe = () => true }: { most: number; mayBe?: (message: Message) => boolean },
): Proposal<Message>[] {
  const bursts = burstsIn(said)
  const newcomers = newcomersIn(said)
  const scored = said.filter(mayBe).flatMap((message) => {
    const proposal = weigh(message, { isNew: newcomers.has(message), count: bursts.get(message) })
    return proposal.score >= least ? [proposal] : []
  })
  const best: Proposal<Message>[] = []
  for (const each of scored.toSorted(byScore)) {
    if (best.length === most) break
    if (best.every((other) => Math.abs(at(other) - at(each)) >= apartMs)) best.push(each)
  }
  return best.toSorted((a, b) => at(a) - at(b) || (a.message.ts < b.message.ts ? -1 : 1))
}

const at = ({ message }: Proposal): number => message.saidAt.getTime()

const byScore = (a: Proposal, b: Proposal): number =>
  b.score - a.score || at(a) - at(b) || (a.message.ts < b.message.ts ? -1 : 1)

/** Two topics tell more than one, and not twice as much. */
function weigh<Message extends Said>(
  message: Message,
  { isNew, count }: { isNew: boolean; count: number | undefined },
): Proposal<Message> {
  const found: { worth: number; reason: Reason }[] = [
    ...topicsIn(message.words).map(({ topic, worth }) => ({ worth, reason: { is: 'topic' as const, topic } })),
    ...destinationsIn(message.words).map((to) => ({ worth: linkWorth, reason: { is: 'link' as const, to } })),
  ].toSorted((a, b) => b.worth - a.worth)
  const told = found.reduce((sum, { worth }, place) => sum + worth / (place + 1), 0)
  const sure = asks(message.words) || denies(message.words) ? told * doubt : told
  const score = sure + (isNew ? newcomerWorth : 0) + (count ? burstWorth : 0)
  const reasons: Reason[] = [
    ...found.map(({ reason }) => reason),
    ...(isNew ? [{ is: 'newcomer' as const }] : []),
    ...(count ? [{ is: 'burst' as const, count }] : []),
  ]
  return { message, score, reasons }
}

/** Those who spoke up for the first time in answer to somebody: help has come. Who began the conversation answers nobody. */
function newcomersIn<Message extends Said>(said: readonly Message[]): Set<Message> {
  const heard = new Set<string>()
  const first = new Set<Message>()
  for (const message of said) {
    if (!message.author || heard.has(message.author)) continue
    const answers = heard.size > 0
    heard.add(message.author)
    if (answers) first.add(message)
  }
  return first
}

/** The first message of each burst of talk, with how many there were. */
function burstsIn<Message extends Said>(said: readonly Message[]): Map<Message, number> {
  const bursts = new Map<Message, number>()
  let end = 0
  said.forEach((message, place) => {
    const start = message.saidAt.getTime()
    const before = said[place - 1]
    if (!before || start - before.saidAt.getTime() < burst.afterMs) return
    end = Math.max(end, place)
    while (end < said.length && (said[end]?.saidAt.getTime() ?? 0) - start <= burst.withinMs) end++
    const talk = said.slice(place, end)
    if (talk.length >= burst.messages && new Set(talk.map(({ author }) => author)).size > 1) {
      bursts.set(message, talk.length)
    }
  })
  return bursts
}
