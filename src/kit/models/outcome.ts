/** Tokens as the provider counted them. */
export type Usage = { input: number; output: number }

/** What went over the wire by one attempt, as text: the body of the request, and as much of the answer as came. */
export type Wire = { url: string; request: string; status: number | null; answer: string }

/**
 * What became of one attempt. `answered`: whole; `usage` is missing where the server does not count. `refused`: with a status, or by the
 * model itself. `cut`: nothing, or half an answer. `withheld`: it was not sent.
 */
export type Outcome<T> =
  | { is: 'answered'; value: T; usage: Usage | undefined }
  | { is: 'refused'; status: number | null; reason: string; retryAfterMs: number | undefined }
  | { is: 'cut'; reason: 'timeout' | 'stopped' | 'network' | 'half' | 'too-long' }
  | { is: 'unreadable'; reason: string }
  | { is: 'withheld'; reason: string }

/** Whether the same question may be answered a moment later. */
export function mayPassLater(outcome: Outcome<unknown>): boolean {
  if (outcome.is === 'refused') return outcome.status === 429 || outcome.status === 408 || (outcome.status ?? 0) >= 500
  return (
    outcome.is === 'cut' && (outcome.reason === 'network' || outcome.reason === 'half' || outcome.reason === 'timeout')
  )
}
