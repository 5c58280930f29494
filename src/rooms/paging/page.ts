import { later } from '../../kit/clock.ts'
import type { PageEvent } from '../facts/index.ts'

export type PageState = 'trying' | 'delivered' | 'failed' | 'needless'

/** A call beyond Slack about one incident, to one pager of the settings. */
export type Page = {
  /** Also the key under which it takes effect once, however often it is sent. */
  id: string
  incidentId: string
  pager: string
  /** Its place among the pages of this incident to this pager, from 1. */
  n: number
  event: PageEvent
  requestedAt: Date
  state: PageState
  attempts: number
  /** Until then a call may be under way. */
  sendingUntil: Date | null
  /** Why it has not come through: `http_503`, `timeout`, `secret_missing` … */
  error: string | null
  settledAt: Date | null
}

/** Why the pages of an incident are looked at anew. */
export const pageCauses = ['policy', 'nobody-leads', 'handler', 'over'] as const
export type PageCause = (typeof pageCauses)[number]

/** What the policy says now. */
export type Wanted = {
  isResponding: boolean
  isReal: boolean
  isLed: boolean
  /** The pagers that the rules call at once, and those that they call when nobody leads. */
  atOnce: readonly string[]
  nobodyLeads: readonly string[]
}

/**
 * What is to be sent now, pager by pager. `last` holds the last event that each pager was sent or is being sent; a
 * trigger that failed counts as none. Nothing is triggered twice, and nothing that was not triggered is closed.
 */
export function due(
  cause: PageCause,
  last: ReadonlyMap<string, PageEvent>,
  { isResponding, isReal, isLed, atOnce, nobodyLeads }: Wanted,
): { pager: string; event: PageEvent }[] {
  const open = [...last].filter(([, event]) => event !== 'resolve')
  if (!isResponding) return open.map(([pager]) => ({ pager, event: 'resolve' }))
  if (cause === 'handler') {
    const waiting = open.filter(([, event]) => event === 'trigger')
    return isLed ? waiting.map(([pager]) => ({ pager, event: 'acknowledge' })) : []
  }
  const calls = cause === 'nobody-leads' ? (isLed ? [] : nobodyLeads) : atOnce
  // Whoever led has gone again: what they had acknowledged is open once more.
  const stands = (pager: string) =>
    cause === 'nobody-leads' ? last.get(pager) === 'trigger' : ![undefined, 'resolve'].includes(last.get(pager))
  const triggers = calls.filter((pager) => !stands(pager)).map((pager) => ({ pager, event: 'trigger' as const }))
  // It has become a drill: whoever was woken may sleep on, unless the rules for drills call them too.
  const closed = isReal ? [] : open.filter(([pager]) => !atOnce.includes(pager) && !nobodyLeads.includes(pager))
  return [...triggers, ...closed.map(([pager]) => ({ pager, event: 'resolve' as const }))]
}

/** What a pager's service answered. */
export type Answer =
  | { is: 'answered'; status: number; retryAfterMs: number | null }
  /** It may have taken effect. */
  | { is: 'timeout' }
  | { is: 'cut'; reason: string }

/** What is to be done about a page after an answer. */
export type Verdict = { is: 'delivered' } | { is: 'failed'; error: string } | { is: 'again'; error: string; at: Date }

/** Longer than this nobody waits for one answer, in milliseconds. */
export const longestAnswerMs = 10_000
const firstRetryMs = 5_000
const longestRetryMs = 5 * 60_000
/** Some seventy minutes: later, a page would only wake people for what is long known. */
const mostAttempts = 20
/** A service that asks for more patience than this is asked sooner, in milliseconds. */
const mostPatienceMs = 15 * 60_000

/** After so many tries in vain people are told, so that somebody picks up a telephone. */
export const triesInSilence = 3

/**
 * Judges an answer: 2xx is delivered; 429, 5xx, a time-out and a lost connection come again; anything else would be
 * refused the next time as well.
 *
 * @param attempts how often it was tried, this time included
 */
export function verdict(answer: Answer, attempts: number, now: Date): Verdict {
  const error = answer.is === 'answered' ? `http_${answer.status}` : answer.is === 'timeout' ? 'timeout' : answer.reason
  if (answer.is === 'answered') {
    const { status } = answer
    if (status >= 200 && status < 300) return { is: 'delivered' }
    if (status !== 429 && status < 500) return { is: 'failed', error }
  }
  if (attempts >= mostAttempts) return { is: 'failed', error }
  const asked = answer.is === 'answered' ? answer.retryAfterMs : null
  const pause = asked ?? Math.min(firstRetryMs * 2 ** (attempts - 1), longestRetryMs)
  return { is: 'again', error, at: later(now, Math.min(Math.max(pause, 1_000), mostPatienceMs)) }
}
