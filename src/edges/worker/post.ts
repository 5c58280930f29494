import { type Clock, later } from '../../kit/clock.ts'
import type { Post } from '../../rooms/paging/index.ts'

/** Sends a page by HTTP. Redirects are not followed: a signed body goes where the settings say, and nowhere else. */
export function createPost(clock: Clock): Post {
  return async ({ url, headers, body }, timeoutMs) => {
    const late = new AbortController()
    const cancel = clock.setTimer(() => late.abort(), later(clock.now(), timeoutMs))
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: late.signal })
      // The answer's words are of no use; read, they give the connection back.
      await answer.body?.cancel()
      return { is: 'answered', status: answer.status, retryAfterMs: waitOf(answer.headers.get('retry-after'), clock) }
    } catch (error) {
      return late.signal.aborted ? { is: 'timeout' } : { is: 'cut', reason: reasonOf(error) }
    } finally {
      cancel()
    }
  }
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). In milliseconds; null where it says neither. */
export function waitOf(header: string | null, clock: Clock): number | null {
  if (header === null) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - clock.now().getTime()
  return Number.isNaN(ms) ? null : Math.max(ms, 0)
}

/** The code of what failed (`ECONNREFUSED`), and never its words: they may hold the address, which may be a secret. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^[A-Z_]+$/.test(code) ? code.toLowerCase() : 'cut'
}
