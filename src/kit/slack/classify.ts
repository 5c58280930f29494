import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import type { Failure } from './outcome.ts'

/** Error words by which Slack says that it may or may not have done what was asked (documented as transient). */
const UNSURE = new Set(['internal_error', 'fatal_error', 'service_unavailable'])

/** Error words by which Slack says that the request did not come through whole. */
const UNREACHED = new Set(['request_timeout'])

/** Error words for a spent budget that come with HTTP 200. */
const LIMITED = new Set(['ratelimited', 'rate_limited'])

/** When Slack says that the budget is spent and not for how long. */
const UNKNOWN_WAIT_MS = 30_000

/**
 * What a 429 may ask for: a proxy's "0" would be a call after the other without an end, and its day would hold a method up for a day. One
 * call after the longest costs nobody anything. In milliseconds.
 */
const SHORTEST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15 * 60_000

const limited = (seconds: number): Failure => ({
  is: 'limited',
  retryAfterMs: Math.min(Math.max(seconds * 1000, SHORTEST_WAIT_MS), LONGEST_WAIT_MS),
})

/** Causes that leave no doubt that no request was sent: names, routes, refused connections, certificates. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT.*)$/

/** What a call that threw has come to. Never throws. */
export function classify(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return limited(error.retryAfter)
  if (error instanceof WebAPIPlatformError) return refusal(error.data)
  if (error instanceof WebAPIHTTPError) {
    // Slack itself answers 200 or 429; a 4xx comes from a proxy on the way.
    return error.statusCode >= 500
      ? { is: 'unsure', reason: 'http5xx' }
      : { is: 'unreached', reason: `http_${error.statusCode}` }
  }
  const cause = error instanceof WebAPIRequestError ? error.original : error
  const codes = [...chain(cause)]
  if (codes.some((code) => NEVER_SENT.test(code))) {
    return { is: 'unreached', reason: codes.find((code) => NEVER_SENT.test(code)) ?? 'unknown' }
  }
  return { is: 'unsure', reason: codes.includes('TimeoutError') ? 'timeout' : 'cut' }
}

function refusal(data: WebAPIPlatformError['data'] & { needed?: unknown; errors?: unknown }): Failure {
  const { error, response_metadata } = data
  // A page of a proxy instead of Slack's JSON comes as the "error": the client puts the whole text there.
  if (!/^[a-z][a-z0-9_.-]{0,99}$/i.test(error)) return { is: 'unsure', reason: 'unreadable' }
  if (LIMITED.has(error)) return limited(response_metadata?.retryAfter || UNKNOWN_WAIT_MS / 1000)
  if (UNSURE.has(error)) return { is: 'unsure', reason: 'http5xx' }
  if (UNREACHED.has(error)) return { is: 'unreached', reason: error }
  const errors = Array.isArray(data.errors) ? data.errors.filter(isReason) : []
  return {
    is: 'refused',
    error,
    ...(response_metadata?.messages?.length ? { messages: response_metadata.messages } : {}),
    ...(typeof data.needed === 'string' ? { needed: data.needed } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  }
}

function isReason(value: unknown): value is { user?: string; error: string } {
  return typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string'
}

/** The codes and names of an error and of what caused it. */
function* chain(error: unknown): Generator<string> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') yield at.code
    yield at.name
  }
}
