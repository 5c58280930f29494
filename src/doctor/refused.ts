import type { Failure } from '../kit/slack/index.ts'

/** A failure in one short word: Slack's own where it gave one, with the scope that it misses. */
export function nameOf(failure: Failure): string {
  if (failure.is === 'refused') return failure.needed ? `${failure.error}: ${failure.needed}` : failure.error
  return failure.is === 'limited' ? 'ratelimited' : failure.reason
}
