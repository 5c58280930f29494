import { commentAnswer, issueAnswer, labelsAnswer } from './answers.ts'
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
import { invalid, notFound, Problem } from './problem.ts'
import type { Comment, Issue, Pull } from './repository.ts'
import { close, reopen, tellOfIssue, threadOf } from './threads.ts'

const resource = 'Issue'

function assigneesIn(call: Call): string[] | undefined {
  const names = listIn(call, 'assignees', resource)
  const stranger = names?.find((each) => !call.repository.collaborators.includes(each))
  if (stranger !== undefined) throw invalid({ resource, field: 'assignees', code: 'invalid', value: stranger })
  return names
}

function createIssue(call: Call): Reply {
  const { repository, viewer } = call
  if (!repository.issues) throw new Problem(410, 'Issues has been disabled in this repository.')
  neededText(call, 'title', resource)
  const now = call.now()
  const issue: Issue = {
    is: 'issue',
    number: repository.threads.length + 1,
    title: titleText(call, resource) ?? '',
    body: bodyText(call, resource) ?? '',
    login: viewer.login,
    state: 'open',
    stateReason: null,
    labels: [...new Set(listIn(call, 'labels', resource) ?? [])],
    assignees: assigneesIn(call) ?? [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  }
  repository.threads.push(issue)
  tellOfIssue(call, issue, 'opened')
  return created(issueAnswer(repository, issue))
}

/** Pull requests are issues too, and stand among them. */
function listIssues(call: Call): Reply {
  const { repository, query } = call
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean)
  const found = repository.threads.filter(
    (thread) =>
      !(thread.is === 'issue' && thread.deleted) &&
      (state === 'all' || thread.state === state) &&
      labels.every((label) => thread.labels.includes(label)),
  )
  return paged(
    call,
    found.toReversed().map((thread) => issueAnswer(repository, thread)),
  )
}

function updateIssue(call: Call): Reply {
  const issue = threadOf(call, call.params.issue_number)
  const assignees = assigneesIn(call)
  issue.title = titleText(call, resource) ?? issue.title
  issue.body = bodyText(call, resource) ?? issue.body
  issue.labels = listIn(call, 'labels', resource) ?? issue.labels
  issue.assignees = assignees ?? issue.assignees
  issue.updatedAt = call.now()
  const state = textIn(call, 'state', resource)
  if (state !== undefined && state !== 'open' && state !== 'closed')
    throw invalid({ resource, field: 'state', code: 'invalid' })
  if (state === 'closed') close(call, issue, textIn(call, 'state_reason', resource) ?? null)
  else if (state === 'open') reopen(call, issue)
  else tellOfIssue(call, issue, assignees ? 'assigned' : 'edited')
  return ok(issueAnswer(call.repository, issue))
}

/** Labels that the repository lacks are made. */
function addLabels(call: Call): Reply {
  const thread = threadOf(call, call.params.issue_number)
  const names = listIn(call, 'labels', 'Label') ?? []
  thread.labels = [...new Set([...thread.labels, ...names])]
  for (const name of names) tellOfIssue(call, thread, 'labeled', { label: { name } })
  return ok(labelsAnswer(thread.labels))
}

function removeLabel(call: Call): Reply {
  const thread = threadOf(call, call.params.issue_number)
  if (!thread.labels.includes(call.params.name ?? '')) throw notFound('Label does not exist')
  thread.labels = thread.labels.filter((each) => each !== call.params.name)
  return ok(labelsAnswer(thread.labels))
}

const commentText = (call: Call): string => {
  const text = bodyText(call, 'IssueComment')
  if (!text?.trim()) throw invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' })
  return text
}

function createComment(call: Call): Reply {
  const { repository, viewer } = call
  const thread: Issue | Pull = threadOf(call, call.params.issue_number)
  const comment: Comment = {
    id: repository.nextId(),
    issue: thread.number,
    login: viewer.login,
    body: commentText(call),
    at: call.now(),
    updatedAt: call.now(),
  }
  repository.comments.push(comment)
  call.hooks.send('issue_comment', { action: 'created', comment: commentAnswer(repository, comment) })
  return created(commentAnswer(repository, comment))
}

function listComments(call: Call): Reply {
  const thread = threadOf(call, call.params.issue_number)
  const found = call.repository.comments.filter(({ issue }) => issue === thread.number)
  return paged(
    call,
    found.map((comment) => commentAnswer(call.repository, comment)),
  )
}

function updateComment(call: Call): Reply {
  const comment = call.repository.comments.find(({ id }) => id === Number(call.params.comment_id))
  if (!comment) throw notFound()
  comment.body = commentText(call)
  comment.updatedAt = call.now()
  return ok(commentAnswer(call.repository, comment))
}

function deleteComment({ repository, params }: Call): Reply {
  const at = repository.comments.findIndex(({ id }) => id === Number(params.comment_id))
  if (at < 0) throw notFound()
  repository.comments.splice(at, 1)
  return { status: 204 }
}

const issues = ['issues'] as const
const either = ['issues', 'pull_requests'] as const
const one = '/repos/{owner}/{repo}/issues/{issue_number}'

export const issueRoutes: readonly Route[] = [
  { route: 'POST /repos/{owner}/{repo}/issues', needs: issues, handle: createIssue },
  { route: 'GET /repos/{owner}/{repo}/issues', needs: issues, handle: listIssues },
  {
    route: `GET ${one}`,
    needs: either,
    handle: (call) => ok(issueAnswer(call.repository, threadOf(call, call.params.issue_number))),
  },
  { route: `PATCH ${one}`, needs: either, handle: updateIssue },
  { route: `POST ${one}/labels`, needs: either, handle: addLabels },
  { route: `DELETE ${one}/labels/{name}`, needs: either, handle: removeLabel },
  { route: `POST ${one}/comments`, needs: either, handle: createComment },
  { route: `GET ${one}/comments`, needs: either, handle: listComments },
  { route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', needs: either, handle: deleteComment },
  { route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', needs: either, handle: updateComment },
]
