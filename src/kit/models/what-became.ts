import { z } from 'zod'
import type { Outcome } from './outcome.ts'

/** What the SDK throws for an answer with a status that is no success. Read by shape: its classes would load all of it. */
const called = z.object({
  statusCode: z.number().optional(),
  responseHeaders: z.record(z.string(), z.string()).optional(),
})

const coded = z.object({ code: z.string() })

/** What Node and its fetch say of a line that breaks. */
const brokenLine = /^(?:UND_ERR|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/

const hasStatus = (error: unknown): boolean => called.safeParse(error).data?.statusCode !== undefined

const named = (error: unknown): string => (error instanceof Error ? error.name : '')

/** A pause that a server asks for, at most this long: ten minutes. */
const longestPauseMs = 600_000

type Cut = { timeUp: AbortSignal; stopped: AbortSignal }

/** What became of an attempt that threw. */
export function whatBecame(error: unknown, { timeUp, stopped }: Cut): Outcome<never> {
  const chain = chainOf(error)
  if (chain.some((each) => named(each) === 'Withheld'))
    return { is: 'withheld', reason: chain.map((each) => (named(each) === 'Withheld' ? messageOf(each) : '')).join('') }
  if (stopped.aborted) return { is: 'cut', reason: 'stopped' }
  if (timeUp.aborted) return { is: 'cut', reason: 'timeout' }
  if (chain.some((each) => named(each) === 'AnswerTooLong')) return { is: 'cut', reason: 'too-long' }
  const isBroken = chain.some((each) => brokenLine.test(coded.safeParse(each).data?.code ?? ''))
  if (isBroken) return { is: 'cut', reason: chain.some(hasStatus) ? 'half' : 'network' }
  for (const each of chain) {
    const { statusCode, responseHeaders } = called.safeParse(each).data ?? {}
    if (statusCode === undefined) continue
    if (statusCode >= 200 && statusCode < 300) return { is: 'unreadable', reason: named(each) }
    return { is: 'refused', status: statusCode, reason: `HTTP ${statusCode}`, retryAfterMs: pauseIn(responseHeaders) }
  }
  if (chain.some((each) => /Parse|Validation|NoOutput|NoObject|InvalidResponse|EmptyResponse/.test(named(each)))) {
    return { is: 'unreadable', reason: named(error) }
  }
  return { is: 'cut', reason: 'network' }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')

function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let each = error; each !== undefined && each !== null && chain.length < 6; ) {
    chain.push(each)
    each = typeof each === 'object' && 'cause' in each ? each.cause : undefined
  }
  return chain
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds; a date is not used by those whom we ask. */
function pauseIn(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const seconds = Number(headers['retry-after'])
  return headers['retry-after'] !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1000, longestPauseMs)
    : undefined
}
