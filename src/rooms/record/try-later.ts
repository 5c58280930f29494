import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Failure } from '../../kit/slack/index.ts'

/** After a call that Slack did not answer, or that lacks a right that an admin may give, in milliseconds. */
const soonMs = 5_000
const laterMs = 5 * 60_000

/** Goes on with the job later where Slack may answer yet. */
export function tryLater(failure: Failure): void {
  if (failure.is === 'limited') throw new RetryAfter(failure.retryAfterMs)
  if (failure.is !== 'refused') throw new RetryAfter(soonMs)
  if (failure.error === 'missing_scope' || failure.error === 'invalid_auth') throw new RetryAfter(laterMs)
}
