import { later } from '../../../kit/clock.ts'
import {
  type Failure,
  passesByItself,
  type Refused,
  refusedAs,
  refusedFor,
  saidIn,
  seldomAfter,
} from '../../../kit/github/index.ts'
import { RetryAfter } from '../../../kit/jobs/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, commit, type World } from '../../facts/index.ts'
import type { ActionItem } from '../action.ts'
import { changeLink, holdLink } from './store.ts'

/** Why an item has no issue, or is out of step with it: our word, or that of what GitHub refuses. Stored: add, never rename. */
export type IssueError =
  | Exclude<Refused, 'secret_missing' | 'key_unreadable' | 'unauthorized' | 'absent' | 'gone' | 'refused'>
  | 'credentials'
  | 'repository_unknown'
  | 'repository_public'
  | 'issue_gone'
  | 'assignee_unknown'
  | 'invalid'
  | 'limited'
  | 'unreached'

/** GitHub did not answer as it should: tried again after this many milliseconds. */
const againMs = 30_000

/** After this many tries, what looked like a race is a lasting refusal. */
const triesOfRaces = 3

/** What GitHub refused, in our word for it. `asking`: whether one issue was asked for, or the repository. */
export function errorOf(failure: Failure, asking: 'issue' | 'repository'): IssueError {
  if (failure.is === 'limited') return 'limited'
  if (failure.is !== 'refused') return 'unreached'
  const refused = refusedAs(failure)
  switch (refused) {
    case 'secret_missing':
    case 'key_unreadable':
    case 'unauthorized':
      return 'credentials'
    case 'absent':
      return asking === 'issue' ? 'issue_gone' : 'repository_unknown'
    case 'gone':
      return asking === 'issue' ? 'issue_gone' : 'issues_disabled'
    case 'refused':
      return isAssignee(failure) ? 'assignee_unknown' : 'invalid'
    default:
      return refused
  }
}

/** GitHub lets only those do an issue who may come into its repository. */
export const isAssignee = (failure: Failure): boolean =>
  failure.is === 'refused' &&
  failure.status === 422 &&
  (refusedFor(failure, /assignee/i) || (failure.errors ?? []).some(({ field }) => field === 'assignees'))

/**
 * Notes why it did not come about, told once until something else becomes of it. Throws a `RetryAfter` for what passes by itself;
 * what somebody has to put right is tried again when they say so, and seldom by itself.
 *
 * @param making when making it began, and whether it may still take effect: then nobody begins it again before that
 */
export async function fail(
  world: World,
  item: ActionItem,
  error: IssueError,
  failure?: Failure,
  making?: { begun: Date; mayLand: boolean },
): Promise<void> {
  const { id, n, incidentId } = item
  const detail = failure?.is === 'refused' && failure.status !== 0 ? saidIn(failure) : null
  const attempts = await commit(world, bot, async (tx, now) => {
    const link = await holdLink(tx, id)
    if (!link) return { facts: [], result: 0 }
    const attempts = link.attempts + 1
    const retryAt = passesByItself(error) && attempts < triesOfRaces ? null : later(now, seldomAfter(attempts))
    const isFree = making && !making.mayLand && link.intendedAt?.getTime() === making.begun.getTime()
    await changeLink(tx, id, { error, detail, retryAt, attempts, ...(isFree ? { busyUntil: null } : {}) })
    const data = { id, n, error, attempts, detail }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'actions.issue_failed', data }], result: attempts }
  })
  const isRace = failure?.is === 'refused' && passesByItself(error) && attempts < triesOfRaces
  if (isRace) throw new RetryAfter(againMs)
  if (failure?.is === 'limited') throw new RetryAfter(failure.retryAfterMs)
  if (failure?.is === 'unreached' || failure?.is === 'unsure') throw new RetryAfter(againMs)
}
