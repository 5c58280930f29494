import type { Call } from './call.ts'
import { type Pull, pullsOf, type Repository } from './repository.ts'
import { close, pullOf, reopen, tellOfIssue, tellOfPull, tellOfReview, threadOf, touchHead } from './threads.ts'

/** What a person does on GitHub's pages. */
export interface Person {
  approve(number: number, body?: string): void
  requestChanges(number: number, body: string): void
  comment(number: number, body: string): void
  /** Takes the last review of this person back. */
  dismissReview(number: number): void
  ready(number: number): void
  /** Throws what GitHub says where it cannot be merged. */
  merge(number: number, options?: { deleteBranch?: boolean }): Promise<void>
  close(number: number, reason?: 'completed' | 'not_planned'): void
  reopen(number: number): void
  deleteBranch(branch: string): Promise<void>
  /** Pull requests onto it go along. */
  renameBranch(from: string, to: string): Promise<void>
  deleteIssue(number: number): void
  /** Commits a file, on a pull request's branch or another. */
  edit(where: number | { branch: string }, path: string, change: (before: string) => string): Promise<void>
  rename(number: number, title: string): void
  label(number: number, labels: readonly string[]): void
  assign(number: number, logins: readonly string[]): void
}

export function createPerson(login: string, repository: Repository, hooks: Call['hooks'], now: () => string): Person {
  const at = { repository, viewer: { login, via: 'token' as const }, hooks, now }
  const review = (number: number, state: string, body: string) => {
    const pull = pullOf(at, number)
    const given = { id: repository.nextId(), login, state, body, at: now(), commit: pull.headSha }
    pull.reviews.push(given)
    pull.reviewers = pull.reviewers.filter((each) => each !== login)
    tellOfReview(at, pull, given, 'submitted')
  }
  const branchOf = (where: number | { branch: string }) =>
    typeof where === 'number' ? pullOf(at, where).head : where.branch
  const change = (number: number, changes: Partial<ReturnType<typeof threadOf>>, action: string) => {
    const thread = Object.assign(threadOf(at, number), changes, { updatedAt: now() })
    tellOfIssue(at, thread, action)
  }

  return {
    approve: (number, body = '') => review(number, 'APPROVED', body),
    requestChanges: (number, body) => review(number, 'CHANGES_REQUESTED', body),
    comment(number, body) {
      const comment = { id: repository.nextId(), issue: number, login, body, at: now(), updatedAt: now() }
      repository.comments.push(comment)
    },
    dismissReview(number) {
      const pull = pullOf(at, number)
      const last = pull.reviews.findLast((each) => each.login === login)
      if (!last) throw new Error(`${login} has not reviewed #${number}`)
      last.state = 'DISMISSED'
      tellOfReview(at, pull, last, 'dismissed')
    },
    ready(number) {
      const pull = pullOf(at, number)
      pull.draft = false
      tellOfPull(at, pull, 'ready_for_review')
    },
    async merge(number, { deleteBranch = false } = {}) {
      const pull: Pull = pullOf(at, number)
      if (pull.state === 'closed') throw new Error('405 Pull Request is not mergeable')
      if (pull.draft) throw new Error('405 Pull Request is still a draft')
      const message = `Merge pull request #${number} from ${repository.owner}/${pull.head}\n\n${pull.title}`
      const merged = await repository.git.merge(pull.base, pull.headSha, message, login)
      if (!merged) throw new Error('405 Pull Request has merge conflicts')
      pull.mergedAt = now()
      pull.mergedBy = login
      close(at, pull)
      if (deleteBranch) await repository.git.remove(pull.head)
    },
    close: (number, reason) => close(at, threadOf(at, number), reason),
    reopen: (number) => reopen(at, threadOf(at, number)),
    async deleteBranch(branch) {
      await repository.git.remove(branch)
      await touchHead(at, branch)
    },
    async renameBranch(from, to) {
      const sha = await repository.git.head(from)
      if (!sha) throw new Error(`No branch ${from}`)
      await repository.git.create(to, sha)
      await repository.git.remove(from)
      repository.renamedBranches.set(from, to)
      for (const pull of pullsOf(repository)) if (pull.base === from) pull.base = to
      if (repository.defaultBranch === from) Object.assign(repository, { defaultBranch: to })
    },
    deleteIssue(number) {
      const thread = threadOf(at, number)
      repository.threads[repository.threads.indexOf(thread)] = { ...thread, deleted: true } as typeof thread
      tellOfIssue(at, thread, 'deleted')
    },
    async edit(where, path, work) {
      const branch = branchOf(where)
      const parent = await repository.git.head(branch)
      if (!parent) throw new Error(`No branch ${branch}`)
      const blob = await repository.git.blob(parent, path)
      const before = blob ? (await repository.git.read(blob.sha)).toString() : ''
      const content = Buffer.from(work(before))
      await repository.git.write({ branch, parent, path, content, message: `Update ${path}`, author: login })
      await touchHead(at, branch)
    },
    rename: (number, title) => change(number, { title }, 'edited'),
    label: (number, labels) => change(number, { labels: [...labels] }, 'labeled'),
    assign: (number, logins) => change(number, { assignees: [...logins] }, 'assigned'),
  }
}
