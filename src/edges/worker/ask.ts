import { type Clock, later } from '../../kit/clock.ts'
import { parseJson } from '../../kit/well-formed.ts'
import type { Ask } from '../../rooms/paging/index.ts'

/** Longer answers than this are none that a pager's service gives, in bytes. */
const longest = 1_000_000

/** Asks a pager's service by HTTP. Redirects are not followed: the key goes where the settings say, and nowhere else. */
export function createAsk(clock: Clock): Ask {
  return async ({ url, headers }, timeoutMs) => {
    const late = new AbortController()
    const cancel = clock.setTimer(() => late.abort(), later(clock.now(), timeoutMs))
    try {
      const answer = await fetch(url, { headers, redirect: 'manual', signal: late.signal })
      const text = await answer.text()
      return { status: answer.status, body: readOf(text) }
    } catch {
      // Not reached, cut or too late: there is nothing to read, and whoever asks says so.
      return { status: null, body: undefined }
    } finally {
      cancel()
    }
  }
}

/** The answer's JSON; undefined where it is none, as of a page that says no. */
function readOf(text: string): unknown {
  if (text.length > longest) return undefined
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
