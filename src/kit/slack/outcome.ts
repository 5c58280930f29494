/**
 * What became of one call to Slack. The caller needs to know one thing above all: may it have taken effect?
 *
 * - `done`: it took effect. `already` when it had before (`already_pinned` and its like).
 * - `refused`: it did not, and will not until something changes. `error` is Slack's own word; `messages` are the lines of
 *   `response_metadata.messages`; `needed` is the missing scope; `errors` are Slack's reasons per person, where it gives them.
 * - `limited`: it did not; the budget is spent. Try again after `retryAfterMs` milliseconds.
 * - `unreached`: it did not, since Slack was never reached. Try again as it is.
 * - `unsure`: it may have. Look before trying again, and no sooner than the call can still land.
 */
export type Outcome<T> = Done<T> | Failure

export type Done<T> = { is: 'done'; value: T; already?: true }

export type Failure =
  | { is: 'refused'; error: string; messages?: string[]; needed?: string; errors?: { user?: string; error: string }[] }
  | { is: 'limited'; retryAfterMs: number }
  | { is: 'unreached'; reason: string }
  | { is: 'unsure'; reason: 'timeout' | 'cut' | 'http5xx' | 'unreadable' }
