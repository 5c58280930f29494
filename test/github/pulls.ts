import { pullAnswer, repositoryAnswer, reviewAnswer, wholePullAnswer } from './answers.ts'
import {
  bodyText,
  type Call,
  created,
  listIn,
  neededText,
  ok,
  paged,
  type Reply,
  type Route,
  textIn,
  titleText,
} from './call.ts'
import { graphqlProblem, invalid, unprocessable } from './problem.ts'
import { nodeId, type Pull, pullsOf } from './repository.ts'
import { close, pullOf, reopen, tellOfPull } from './threads.ts'

const resource = 'PullRequest'

async function createPull(call: Call): Promise<Reply> {
  const { repository, viewer } = call
  neededText(call, 'title', resource)
  const title = titleText(call, resource) ?? ''
  const [head, base] = [neededText(call, 'head', resource), neededText(call, 'base', resource)]
  const [owner, branch = ''] = head.includes(':') ? head.split(':') : [repository.owner, head]
  const sha = owner === repository.owner ? await repository.git.head(branch) : undefined
  if (!sha) throw invalid({ resource, field: 'head', code: 'invalid' })
  const onto = await repository.git.head(base)
  if (!onto) throw invalid({ resource, field: 'base', code: 'invalid' })
  if (pullsOf(repository).some((each) => each.state === 'open' && each.head === branch && each.base === base)) {
    throw invalid({
      resource,
      code: 'custom',
      message: `A pull request already exists for ${repository.owner}:${branch}.`,
    })
  }
  if ((await repository.git.ahead(onto, sha)) === 0) {
    throw invalid({ resource, code: 'custom', message: `No commits between ${base} and ${branch}` })
  }
  const draft = call.body.draft === true
  if (draft && !repository.drafts) throw unprocessable('Draft pull requests are not supported in this repository.')
  const now = call.now()
  const pull: Pull = {
    is: 'pull',
    number: repository.threads.length + 1,
    title,
    body: bodyText(call, resource) ?? '',
    login: viewer.login,
    state: 'open',
    labels: [],
    assignees: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    head: branch,
    base,
    headSha: sha,
    draft,
    reviewers: [],
    teams: [],
    reviews: [],
    mergedAt: null,
    mergedBy: null,
  }
  repository.threads.push(pull)
  tellOfPull(call, pull, 'opened')
  return created(wholePullAnswer(repository, pull))
}

function listPulls(call: Call): Reply {
  const { repository, query } = call
  const state = query.get('state') ?? 'open'
  const [owner, head] = (query.get('head') ?? '').split(':')
  const base = query.get('base')
  const found = pullsOf(repository).filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      // Without an owner before the colon GitHub takes no notice of it.
      (!head || (owner === repository.owner && pull.head === head)) &&
      (!base || pull.base === base),
  )
  return paged(
    call,
    found.toReversed().map((pull) => pullAnswer(repository, pull)),
  )
}

/** `draft` is taken no notice of: REST has no call for it. */
async function updatePull(call: Call): Promise<Reply> {
  const { repository } = call
  const pull = pullOf(call, call.params.pull_number)
  pull.title = titleText(call, resource) ?? pull.title
  pull.body = bodyText(call, resource) ?? pull.body
  pull.updatedAt = call.now()
  const state = textIn(call, 'state', resource)
  if (state === 'open' && pull.state === 'closed') {
    const message = pull.mergedAt ? 'Pull request is already merged' : `The ${pull.head} branch has been deleted.`
    const gone = pull.mergedAt || !(await repository.git.head(pull.head))
    if (gone)
      throw invalid({ resource, code: 'custom', field: 'state', message: `state cannot be changed. ${message}` })
    reopen(call, pull)
  }
  if (state === 'closed') close(call, pull)
  else tellOfPull(call, pull, 'edited')
  return ok(wholePullAnswer(repository, pull))
}

function requestReviewers(call: Call): Reply {
  const { repository } = call
  const pull = pullOf(call, call.params.pull_number)
  const people = listIn(call, 'reviewers', resource) ?? []
  const teams = listIn(call, 'team_reviewers', resource) ?? []
  if (people.includes(pull.login)) throw unprocessable('Review cannot be requested from pull request author.')
  const strangers = people.some((each) => !repository.collaborators.includes(each))
  if (strangers || teams.some((each) => !repository.teams.includes(each))) {
    const who = strangers ? 'users or teams' : 'teams'
    throw unprocessable(
      `Reviews may only be requested from collaborators. One or more of the ${who} you specified is not a collaborator of the ${repository.owner}/${repository.name} repository.`,
    )
  }
  pull.reviewers = [...new Set([...pull.reviewers, ...people])]
  pull.teams = [...new Set([...pull.teams, ...teams])]
  tellOfPull(call, pull, 'review_requested')
  return created(pullAnswer(repository, pull))
}

function listReviews(call: Call): Reply {
  const pull = pullOf(call, call.params.pull_number)
  return paged(
    call,
    pull.reviews.map((review) => reviewAnswer(call.repository, pull, review)),
  )
}

export const pullRoutes: readonly Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}',
    needs: [],
    handle: ({ repository, permissions: { contents } }) =>
      ok({
        ...repositoryAnswer(repository),
        permissions: { pull: contents !== 'none', push: contents === 'write', admin: false },
      }),
  },
  { route: 'POST /repos/{owner}/{repo}/pulls', needs: ['pull_requests'], handle: createPull },
  { route: 'GET /repos/{owner}/{repo}/pulls', needs: ['pull_requests'], handle: listPulls },
  {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    needs: ['pull_requests'],
    handle: (call) => ok(wholePullAnswer(call.repository, pullOf(call, call.params.pull_number))),
  },
  { route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}', needs: ['pull_requests'], handle: updatePull },
  {
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    needs: ['pull_requests'],
    handle: requestReviewers,
  },
  { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', needs: ['pull_requests'], handle: listReviews },
]

const mutations = /(?:(\w+)\s*:\s*)?(markPullRequestReadyForReview|convertPullRequestToDraft)\s*\(/

/** The two mutations that REST lacks. Answers 200 whatever comes of it. */
export function mutate(
  call: Omit<Call, 'repository' | 'params'>,
  repositories: readonly Call['repository'][],
  mayWrite: boolean,
): Reply {
  const [, alias, name] = mutations.exec(String(call.body.query ?? '')) ?? []
  if (!name) return ok({ errors: [{ type: 'undefinedField', message: 'No such mutation here', path: [] }] })
  const path = alias ?? name
  const variables = (call.body.variables ?? {}) as Record<string, unknown>
  const [, variable = ''] = /pullRequestId\s*:\s*\$(\w+)/.exec(String(call.body.query)) ?? []
  const id = String(variables[variable] ?? '')
  for (const repository of repositories) {
    const pull = pullsOf(repository).find(({ number }) => nodeId(repository, number) === id)
    if (!pull) continue
    const at = { ...call, repository }
    const draft = name === 'convertPullRequestToDraft'
    if (!mayWrite) return ok(graphqlProblem('FORBIDDEN', 'Resource not accessible by integration', path))
    if (draft && !repository.drafts) {
      return ok(graphqlProblem('UNPROCESSABLE', 'Draft pull requests are not supported in this repository.', path))
    }
    if (pull.state === 'closed' || pull.draft === draft) {
      return ok(
        graphqlProblem(
          'UNPROCESSABLE',
          `Pull request is ${pull.state === 'closed' ? 'closed' : draft ? 'already a draft' : 'not a draft'}.`,
          path,
        ),
      )
    }
    pull.draft = draft
    pull.updatedAt = call.now()
    tellOfPull(at, pull, draft ? 'converted_to_draft' : 'ready_for_review')
    return ok({ data: { [path]: { pullRequest: { number: pull.number, isDraft: draft } } } })
  }
  return ok(graphqlProblem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`, path))
}
