import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import type { Log } from '../log.ts'

export type ClientOptions = {
  token: string
  /** Where the Web API stands; Slack's own by default. */
  apiUrl?: string | undefined
  timeoutMs: number
  log: Log
}

/**
 * A Web API client that tries once, waits no longer than `timeoutMs` and tells of a 429 at once. By default the library
 * retries for half an hour (a 503 after Slack has stored a message makes two) and lets one 429 hold up every method.
 */
export function createClient({ token, ...rest }: ClientOptions): WebClient {
  return new WebClient(token, clientOptions(rest))
}

/** The same options, for those who make their client themselves (Bolt). */
export function clientOptions({ apiUrl, timeoutMs, log }: Omit<ClientOptions, 'token'>) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // The budgets decide how much goes out at once; the client's own queue knows no lanes.
    maxRequestConcurrency: 1000,
    allowAbsoluteUrls: false,
    logger: quiet(log),
    fetch: fetchWithRetryAfter,
  }
}

/** The SDK's log on ours. What it calls debug holds whole payloads, and is dropped. */
export function quiet(log: Log): Logger {
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
  return {
    debug() {},
    info: (...parts: unknown[]) => log.debug(line(parts)),
    warn: (...parts: unknown[]) => log.debug(line(parts)),
    error: (...parts: unknown[]) => log.warn(line(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  }
}

/** A 429 without Retry-After (a proxy's) makes the client throw an error without a type: give it one second. */
export const fetchWithRetryAfter: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.status !== 429 || Number.parseInt(response.headers.get('retry-after') ?? '', 10) >= 0) return response
  return new Response(null, { status: 429, headers: { 'retry-after': '1' } })
}
