/**
 * What became of one call to GitHub. The caller needs to know one thing above all: may it have taken effect?
 *
 * - `done`: it took effect.
 * - `refused`: it did not, and will not until something changes. `status` is GitHub's (of a refusal by GraphQL the one that REST would
 *   give), or 0 where GitHub was not asked: `error` is then `secret_missing` or `key_unreadable`, and `name` the environment variable.
 *   Otherwise `error` is GitHub's own sentence, and `errors` are its reasons one by one, where it gives them.
 * - `limited`: it did not; the budget is spent. Try again after `retryAfterMs` milliseconds.
 * - `unreached`: it did not, since GitHub was never reached. Try again as it is.
 * - `unsure`: it may have. Look before trying again.
 */
export type Outcome<T> = Done<T> | Failure

/** `left`: how many items of a list could not be read, and are not in it. */
export type Done<T> = { is: 'done'; value: T; left?: number }

export type Failure =
  | { is: 'refused'; status: number; error: string; errors?: Reason[]; name?: string }
  | { is: 'limited'; retryAfterMs: number }
  | { is: 'unreached'; reason: string }
  | { is: 'unsure'; reason: 'timeout' | 'cut' | 'http5xx' | 'unreadable' }

/** Why a body was refused. https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
export type Reason = { resource?: string; field?: string; code?: string; message?: string }

/** Whether GitHub refused since `word` stands in its sentence or in one of its reasons. */
export function refusedFor(failure: Failure, word: RegExp): boolean {
  if (failure.is !== 'refused') return false
  return word.test(failure.error) || (failure.errors ?? []).some(({ message }) => message && word.test(message))
}
