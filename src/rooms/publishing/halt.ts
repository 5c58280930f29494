import { type Failure, type Outcome, refusedAs, saidIn } from '../../kit/github/index.ts'

/** Why a document cannot be brought further now: our word, what it is about, and how soon to try again. */
export class Halt extends Error {
  override name = 'Halt'
  readonly error: string
  readonly detail: string | null
  /** In milliseconds; undefined where the usual pause will do. */
  readonly retryAfterMs: number | undefined

  constructor(error: string, detail: string | null = null, retryAfterMs?: number) {
    super(error)
    this.error = error
    this.detail = detail
    this.retryAfterMs = retryAfterMs
  }
}

/** Somebody else has taken the work over: nothing is to be written down any more. */
export class TakenOver extends Error {}

/** What GitHub answered, or why it goes no further. `step` says what was tried. */
export function need<T>(outcome: Outcome<T>, step: string): T {
  if (outcome.is === 'done') return outcome.value
  throw haltFor(outcome, step)
}

export function haltFor(failure: Failure, step: string): Halt {
  if (failure.is === 'limited') return new Halt('limited', null, failure.retryAfterMs)
  if (failure.is !== 'refused') return new Halt(failure.is, failure.reason)
  const refused = refusedAs(failure)
  if (refused === 'secret_missing' || refused === 'key_unreadable') return new Halt(refused, failure.name ?? null)
  return new Halt(refused === 'absent' ? `${step}_unknown` : refused, saidIn(failure))
}

/** What was looked for and may be absent. */
export function orAbsent<T>(outcome: Outcome<T>, step: string): T | undefined {
  if (outcome.is === 'refused' && refusedAs(outcome) === 'absent') return undefined
  return need(outcome, step)
}
