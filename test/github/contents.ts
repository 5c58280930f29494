import { type Call, created, type Reply, type Route, textIn } from './call.ts'
import { notFound, Problem, unprocessable } from './problem.ts'
import { mayCreate, mayDelete, mayHold, mayPush, mustBegin } from './rules.ts'
import { touchHead } from './threads.ts'

const refAnswer = (ref: string, sha: string) => ({
  ref,
  node_id: `REF_${sha.slice(0, 8)}`,
  object: { type: 'commit', sha },
})

const branchOf = (ref: string): string => {
  const [, branch] = /^heads\/(.+)$/.exec(ref) ?? []
  if (!branch) throw notFound()
  return branch
}

async function getRef({ repository, params }: Call): Promise<Reply> {
  const branch = branchOf(params.ref ?? '')
  const sha = await repository.git.head(branch)
  if (!sha) await mustBegin(repository)
  if (!sha) throw notFound()
  return { status: 200, body: refAnswer(`refs/heads/${branch}`, sha) }
}

async function createRef(call: Call): Promise<Reply> {
  const { repository } = call
  const [ref, sha] = [textIn(call, 'ref', 'Reference'), textIn(call, 'sha', 'Reference')]
  if (!ref) throw unprocessable('Invalid request.\n\n"ref" wasn\'t supplied.')
  if (!sha) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.')
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? []
  if (!branch || /[ ~^:?*[\\]|\.\.|^-/.test(branch)) throw unprocessable(`${ref} is not a valid ref name.`)
  mayCreate(repository)
  if (!(await repository.git.hasCommit(sha))) await mustBegin(repository)
  if (!(await repository.git.hasCommit(sha))) throw unprocessable('Object does not exist')
  if (!(await repository.git.create(branch, sha))) throw unprocessable('Reference already exists')
  return created(refAnswer(ref, sha))
}

async function deleteRef(call: Call): Promise<Reply> {
  const { repository, params } = call
  const branch = branchOf(params.ref ?? '')
  if (!(await repository.git.head(branch))) throw unprocessable('Reference does not exist')
  mayDelete(repository)
  await repository.git.remove(branch)
  await touchHead(call, branch)
  return { status: 204 }
}

/** Base64 in lines of sixty characters, as GitHub breaks it. */
const inLines = (content: Buffer): string => content.toString('base64').replace(/.{1,60}/g, '$&\n')

async function getFile({ repository, params, query }: Call): Promise<Reply> {
  const { git } = repository
  const ref = query.get('ref') ?? repository.defaultBranch
  const commit = await git.head(ref.replace(/^refs\/heads\//, ''))
  if (!commit && (await git.branches()).length === 0) throw notFound('This repository is empty.')
  if (!commit) throw notFound(`No commit found for the ref ${ref}`)
  const path = params.path ?? ''
  const blob = await git.blob(commit, path)
  if (!blob) throw notFound()
  if (blob.type === 'tree') return { status: 200, body: [] }
  const content = await git.read(blob.sha)
  const name = path.split('/').at(-1)
  const body = {
    type: 'file',
    encoding: 'base64',
    size: content.length,
    name,
    path,
    sha: blob.sha,
    content: inLines(content),
  }
  return { status: 200, body }
}

async function getBlob({ repository, params }: Call): Promise<Reply> {
  const sha = params.file_sha ?? ''
  const content = /^[0-9a-f]{40}$/.test(sha) ? await repository.git.read(sha).catch(() => undefined) : undefined
  if (!content) throw notFound()
  return { status: 200, body: { sha, encoding: 'base64', size: content.length, content: inLines(content) } }
}

async function putFile(call: Call): Promise<Reply> {
  const { repository, params, viewer } = call
  const { git } = repository
  const path = params.path ?? ''
  const message = textIn(call, 'message', 'Commit')
  const content = textIn(call, 'content', 'Commit')
  if (!message) throw unprocessable('Invalid request.\n\n"message" wasn\'t supplied.')
  if (content === undefined) throw unprocessable('Invalid request.\n\n"content" wasn\'t supplied.')
  if (!/^[A-Za-z0-9+/=\s]*$/.test(content)) throw unprocessable('content is not valid Base64')
  if (/(^|\/)(\.\.?|\.git)(\/|$)|^\/|\/\/|\/$/.test(path))
    throw unprocessable('path contains a malformed path component')
  const branch = textIn(call, 'branch', 'Commit') ?? repository.defaultBranch
  const parent = await git.head(branch)
  if (!parent) throw notFound(`Branch ${branch} not found`)
  mayPush(call, branch)
  mayHold(repository, Buffer.from(content, 'base64').toString())
  const sha = textIn(call, 'sha', 'Commit')
  const stands = await git.blob(parent, path)
  if (stands && !sha) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.')
  if (stands && sha !== stands.sha) throw new Problem(409, `${path} does not match ${sha}`)
  const author = viewer.login
  const done = await git.write({ branch, parent, path, content: Buffer.from(content, 'base64'), message, author })
  if (!done) throw new Problem(409, `${branch} is at ${await git.head(branch)} but expected ${parent}`)
  await touchHead(call, branch)
  return {
    status: stands ? 200 : 201,
    body: {
      content: { name: path.split('/').at(-1), path, sha: done.blob, type: 'file' },
      commit: { sha: done.commit, message },
    },
  }
}

async function getBranch({ repository, params }: Call): Promise<Reply> {
  const name = params.branch ?? ''
  const sha = await repository.git.head(name)
  if (!sha) throw notFound('Branch not found')
  return { status: 200, body: { name, commit: { sha }, protected: repository.protected.includes(name) } }
}

/** Rulesets hold for names, so GitHub answers for a branch that is not there as well. */
const getRules = ({ repository }: Call): Reply => ({
  status: 200,
  body: repository.rules.map((type) => ({ type, ruleset_id: 1, ruleset_source_type: 'Repository' })),
})

export const contentRoutes: readonly Route[] = [
  { route: 'GET /repos/{owner}/{repo}/branches/{branch}', needs: ['contents'], handle: getBranch },
  { route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}', needs: [], handle: getRules },
  { route: 'GET /repos/{owner}/{repo}/git/ref/{ref}', needs: ['contents'], handle: getRef },
  { route: 'POST /repos/{owner}/{repo}/git/refs', needs: ['contents'], handle: createRef },
  { route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', needs: ['contents'], handle: deleteRef },
  { route: 'GET /repos/{owner}/{repo}/contents/{path}', needs: ['contents'], handle: getFile },
  { route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}', needs: ['contents'], handle: getBlob },
  { route: 'PUT /repos/{owner}/{repo}/contents/{path}', needs: ['contents'], handle: putFile },
]
