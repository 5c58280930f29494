import { accountOf, issueAnswer, pullAnswer, repositoryAnswer, reviewAnswer, wholePullAnswer } from './answers.ts'
import type { Call } from './call.ts'
import { notFound, Problem } from './problem.ts'
import { type Issue, type Pull, pullsOf, type Review } from './repository.ts'

type At = Pick<Call, 'repository' | 'viewer' | 'hooks' | 'now'>

const common = ({ repository, viewer }: At) => ({
  repository: repositoryAnswer(repository),
  sender: accountOf(viewer.login),
})

export const tellOfPull = (at: At, pull: Pull, action: string, more: Record<string, unknown> = {}): void =>
  at.hooks.send('pull_request', {
    action,
    number: pull.number,
    pull_request: wholePullAnswer(at.repository, pull),
    ...more,
    ...common(at),
  })

export const tellOfReview = (at: At, pull: Pull, review: Review, action: string): void =>
  at.hooks.send('pull_request_review', {
    action,
    // Webhooks write the state small, the API large.
    review: { ...reviewAnswer(at.repository, pull, review), state: review.state.toLowerCase() },
    pull_request: pullAnswer(at.repository, pull),
    ...common(at),
  })

export const tellOfIssue = (at: At, issue: Issue | Pull, action: string, more: Record<string, unknown> = {}): void => {
  if (issue.is === 'pull') tellOfPull(at, issue, action, more)
  else at.hooks.send('issues', { action, issue: issueAnswer(at.repository, issue), ...more, ...common(at) })
}

export function pullOf({ repository }: Pick<Call, 'repository'>, number: string | number | undefined): Pull {
  const pull = pullsOf(repository).find((each) => each.number === Number(number))
  if (!pull) throw notFound()
  return pull
}

export function threadOf({ repository }: Pick<Call, 'repository'>, number: string | number | undefined): Issue | Pull {
  const thread = repository.threads.find((each) => each.number === Number(number))
  if (!thread) throw notFound()
  if (thread.is === 'issue' && thread.deleted) throw new Problem(410, 'This issue was deleted')
  return thread
}

/** A branch has moved, or is gone: the open pull request from it moves along, or is closed. */
export async function touchHead(at: At, branch: string): Promise<void> {
  const { repository } = at
  const sha = await repository.git.head(branch)
  for (const pull of pullsOf(repository)) {
    if (pull.state !== 'open' || pull.head !== branch) continue
    pull.updatedAt = at.now()
    if (sha) {
      pull.headSha = sha
      tellOfPull(at, pull, 'synchronize')
    } else close(at, pull)
  }
}

export function close(at: At, thread: Issue | Pull, reason: string | null = 'completed'): void {
  if (thread.state === 'closed') return
  thread.state = 'closed'
  thread.closedAt = at.now()
  thread.updatedAt = at.now()
  if (thread.is === 'issue') thread.stateReason = reason ?? 'completed'
  tellOfIssue(at, thread, 'closed')
}

export function reopen(at: At, thread: Issue | Pull): void {
  if (thread.state === 'open') return
  thread.state = 'open'
  thread.closedAt = null
  thread.updatedAt = at.now()
  if (thread.is === 'issue') thread.stateReason = 'reopened'
  tellOfIssue(at, thread, 'reopened')
}
