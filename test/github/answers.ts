import { type Comment, type Issue, nodeId, type Pull, type Repository, type Review } from './repository.ts'

/** Bodies as GitHub writes them: the keys that clients are known to read. */

export const accountOf = (login: string) => ({
  login,
  id: [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_000,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
})

export const repositoryAnswer = (repository: Repository) => ({
  name: repository.name,
  full_name: `${repository.owner}/${repository.name}`,
  private: repository.private,
  owner: accountOf(repository.owner),
  default_branch: repository.defaultBranch,
  has_issues: repository.issues,
  archived: repository.archived,
})

const page = ({ owner, name }: Repository, kind: string, number: number) =>
  `https://github.com/${owner}/${name}/${kind}/${number}`

const labelAnswer = (name: string) => ({ name, color: 'ededed', default: false, description: null })

export const labelsAnswer = (names: readonly string[]) => names.map(labelAnswer)

export function pullAnswer(repository: Repository, pull: Pull) {
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: accountOf(repository.owner),
    repo: repositoryAnswer(repository),
  })
  return {
    id: pull.number * 7919,
    node_id: nodeId(repository, pull.number),
    number: pull.number,
    html_url: page(repository, 'pull', pull.number),
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body || null,
    user: accountOf(pull.login),
    labels: labelsAnswer(pull.labels),
    assignees: pull.assignees.map(accountOf),
    requested_reviewers: pull.reviewers.map(accountOf),
    requested_teams: pull.teams.map((slug) => ({ slug, name: slug })),
    draft: pull.draft,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, ''),
  }
}

/** One pull request by itself tells more than a list does. */
export const wholePullAnswer = (repository: Repository, pull: Pull) => ({
  ...pullAnswer(repository, pull),
  merged: pull.mergedAt !== null,
  merged_by: pull.mergedBy ? accountOf(pull.mergedBy) : null,
  mergeable: pull.state === 'open' ? true : null,
})

export const reviewAnswer = (repository: Repository, pull: Pull, review: Review) => ({
  id: review.id,
  user: accountOf(review.login),
  body: review.body,
  state: review.state,
  html_url: `${page(repository, 'pull', pull.number)}#pullrequestreview-${review.id}`,
  submitted_at: review.at,
  commit_id: review.commit,
})

export const issueAnswer = (repository: Repository, thread: Issue | Pull) => ({
  id: thread.number * 6007,
  node_id: thread.is === 'pull' ? nodeId(repository, thread.number) : `I_${thread.number}`,
  number: thread.number,
  html_url: page(repository, thread.is === 'pull' ? 'pull' : 'issues', thread.number),
  state: thread.state,
  state_reason: thread.is === 'issue' ? thread.stateReason : null,
  locked: false,
  title: thread.title,
  body: thread.body || null,
  user: accountOf(thread.login),
  labels: labelsAnswer(thread.labels),
  assignee: thread.assignees[0] ? accountOf(thread.assignees[0]) : null,
  assignees: thread.assignees.map(accountOf),
  comments: repository.comments.filter(({ issue }) => issue === thread.number).length,
  created_at: thread.createdAt,
  updated_at: thread.updatedAt,
  closed_at: thread.closedAt,
  ...(thread.is === 'pull' ? { pull_request: { html_url: page(repository, 'pull', thread.number) } } : {}),
})

export const commentAnswer = (repository: Repository, comment: Comment) => ({
  id: comment.id,
  html_url: `${page(repository, 'issues', comment.issue)}#issuecomment-${comment.id}`,
  body: comment.body,
  user: accountOf(comment.login),
  created_at: comment.at,
  updated_at: comment.updatedAt,
})
