import type { Endpoints } from '@octokit/types'
import { z } from 'zod'
import {
  blob,
  branchRule,
  branchState,
  comment,
  file,
  issue,
  label,
  pull,
  ref,
  repository,
  review,
  written,
} from './answers.ts'

/** Every REST call that the bot may make, with its route and its answer. */
export const methods = {
  'repos.get': { route: 'GET /repos/{owner}/{repo}', answer: repository },
  'branches.get': { route: 'GET /repos/{owner}/{repo}/branches/{branch}', answer: branchState },
  /** The rules that hold for a branch of this name, whether there is one or not. */
  'branches.rules': { route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}', answer: z.array(branchRule) },
  /** `ref`: `heads/<branch>`, here and below; only where it is created `refs/heads/<branch>`. */
  'refs.get': { route: 'GET /repos/{owner}/{repo}/git/ref/{ref}', answer: ref },
  'refs.create': { route: 'POST /repos/{owner}/{repo}/git/refs', answer: ref },
  'refs.delete': { route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', answer: z.unknown() },
  'contents.get': { route: 'GET /repos/{owner}/{repo}/contents/{path}', answer: file },
  /** `sha` of the file that is replaced; without one the file must be new. */
  'contents.put': { route: 'PUT /repos/{owner}/{repo}/contents/{path}', answer: written },
  'blobs.get': { route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}', answer: blob },
  'pulls.create': { route: 'POST /repos/{owner}/{repo}/pulls', answer: pull },
  /** `head`: `<owner>:<branch>`. */
  'pulls.list': { route: 'GET /repos/{owner}/{repo}/pulls', answer: z.array(pull) },
  'pulls.get': { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', answer: pull },
  'pulls.update': { route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}', answer: pull },
  'pulls.requestReviewers': {
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    answer: pull,
  },
  'pulls.reviews': { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', answer: z.array(review) },
  /** Labels that the repository lacks are made, where the token may. */
  'labels.add': { route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', answer: z.array(label) },
  'labels.remove': {
    route: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    answer: z.array(label),
  },
  'issues.create': { route: 'POST /repos/{owner}/{repo}/issues', answer: issue },
  'issues.get': { route: 'GET /repos/{owner}/{repo}/issues/{issue_number}', answer: issue },
  'issues.update': { route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', answer: issue },
  /** By `labels` (with commas between) and `state: 'all'`. Holds pull requests as well. */
  'issues.list': { route: 'GET /repos/{owner}/{repo}/issues', answer: z.array(issue) },
  'comments.create': { route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', answer: comment },
  'comments.list': { route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', answer: z.array(comment) },
  'comments.delete': {
    route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    answer: z.unknown(),
  },
  'comments.update': { route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', answer: comment },
} as const satisfies Record<string, { route: keyof Endpoints; answer: z.ZodType }>

export type MethodName = keyof typeof methods

/** What a method answers when it was done. */
export type Answer<M extends MethodName> = z.infer<(typeof methods)[M]['answer']>

type Parameters<M extends MethodName> = Endpoints[(typeof methods)[M]['route']]['parameters']

/** What a method takes, by GitHub's own description; `repository` is `owner/name`. */
export type Arguments<M extends MethodName> = { repository: string } & Omit<
  Parameters<M>,
  'owner' | 'repo' | 'baseUrl' | 'headers' | 'mediaType' | 'request' | 'url'
>

/** The methods that answer a list, page by page. */
export type ListName = { [M in MethodName]: Answer<M> extends readonly unknown[] ? M : never }[MethodName]

/** What only GraphQL can do. Both take the pull request's `node_id`. */
export const mutations = {
  'pulls.markReady': `mutation($id: ID!) {
    done: markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { number isDraft } }
  }`,
  'pulls.convertToDraft': `mutation($id: ID!) {
    done: convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { number isDraft } }
  }`,
} as const

export type MutationName = keyof typeof mutations

export const mutated = z.looseObject({
  done: z.looseObject({ pullRequest: z.looseObject({ number: z.number(), isDraft: z.boolean() }) }),
})
