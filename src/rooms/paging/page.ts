import { later } from '../../kit/clock.ts'
import type { PageEvent } from './facts.ts'

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
  /** A person asked for it, not the policy. */
  byHand: boolean
  /** Why, in their words. */
  reason: string | null
  /** What became of it, as far as somebody said. `who`: who answered, or is asked next. */
  answer: { is: PageAnswer; who: string | null; at: Date } | null
  /** Whom the service asked when it was looked at last. */
  assignedTo: string | null
}

/** What can become of a page: somebody has it, will not have it, does not answer, or another is being tried. */
export const pageAnswers = ['acknowledged', 'declined', 'unanswered', 'passed_on'] as const
export type PageAnswer = (typeof pageAnswers)[number]

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
  /** The pagers whose last call a person asked for: a drill closes none of those. */
  byHand: readonly string[]
}

/**
 * What is to be sent now, pager by pager. `last` holds the last event that each pager was sent or is being sent; a
 * trigger that failed counts as none. Nothing is triggered twice, and nothing that was not triggered is closed.
 */
export function due(
  cause: PageCause,
  last: ReadonlyMap<string, PageEvent>,
  { isResponding, isReal, isLed, atOnce, nobodyLeads, byHand }: Wanted,
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
  const kept = [...atOnce, ...nobodyLeads, ...byHand]
  const closed = isReal ? [] : open.filter(([pager]) => !kept.includes(pager))
  return [...triggers, ...closed.map(([pager]) => ({ pager, event: 'resolve' as const }))]
}

/**
 * The key under which a service counts a page: that of the call which it rings, answers or ends. Each call of its own rings anew,
 * even where an earlier one is answered and still open; the first bears the incident's id, as all did in 0.3.
 */
export function keyOf(page: Pick<Page, 'incidentId' | 'pager' | 'n'>, pages: readonly Page[]): string {
  const rung = pages.findLast(({ pager, event, n }) => pager === page.pager && event === 'trigger' && n <= page.n)
  return rung && rung.n > 1 ? `${page.incidentId}:${rung.n}` : page.incidentId
}

/** The key of an earlier call to the same pager that is still open and that this one rings anew; undefined where there is none. */
export function formerKey(page: Pick<Page, 'pager' | 'n' | 'event'>, pages: readonly Page[]): string | undefined {
  const before = pages.findLast(({ pager, n, state }) => pager === page.pager && n < page.n && state === 'delivered')
  return page.event === 'trigger' && before && before.event !== 'resolve' ? keyOf(before, pages) : undefined
}

/** The newest call to each pager that rings or was answered: what came after its end is over. */
export function ringing(pages: readonly Page[]): Page[] {
  const counting = pages.filter(({ state }) => state !== 'needless')
  const last = new Map<string, Page | undefined>()
  for (const page of counting) {
    if (page.event === 'trigger') last.set(page.pager, page.state === 'failed' ? undefined : page)
    if (page.event === 'resolve') last.delete(page.pager)
  }
  return [...last.values()].filter((page) => page !== undefined)
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
