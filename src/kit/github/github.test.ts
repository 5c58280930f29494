import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rateLimited, secondaryLimited } from '../../../test/github/faults.ts'
import { type GitHubServer, startGitHub } from '../../../test/github/server.ts'
import { createManualClock } from '../clock.ts'
import { createLog, silentLog } from '../log.ts'
import { createGitHub, type GitHub, isSigned, refusedFor } from './index.ts'

const repository = 'acme/postmortems'
/** A file of each branch's own: what one test merges is no news for the next. */
const pathOn = (branch: string): string => `postmortems/${branch}-決済.md`
const create = 'POST /repos/{owner}/{repo}/pulls'
let server: GitHubServer
const clock = createManualClock()

beforeAll(async () => {
  server = await startGitHub({
    repositories: { [repository]: { collaborators: ['sato'], teams: ['payments'] }, 'acme/plain': { drafts: false } },
  })
})
afterAll(() => server.close())
afterEach(() => {
  expect(server.faultsLeft()).toBe(0)
  server.permit({ contents: 'write', pull_requests: 'write', issues: 'write' })
  server.revoke(false)
})

const connect = (
  secrets: Record<string, string> = { TOKEN: server.token },
  apiUrl = server.url,
  timeoutMs = 10_000,
): GitHub =>
  createGitHub(
    { apiUrl, timeoutMs, credentials: { kind: 'token', tokenEnv: 'TOKEN' } },
    { secret: (name) => secrets[name], log: silentLog, clock },
  )
const asApp = (privateKey = server.app.privateKey, apiUrl = server.enterpriseUrl) =>
  createGitHub(
    {
      apiUrl,
      timeoutMs: 10_000,
      credentials: { kind: 'app', id: server.app.id, installation: server.app.installation, privateKeyEnv: 'KEY' },
    },
    { secret: (name) => (name === 'KEY' ? privateKey : undefined), log: silentLog, clock },
  )

async function headOf(github: GitHub, branch = 'main', at = repository): Promise<string> {
  const outcome = await github.call('refs.get', { repository: at, ref: `heads/${branch}` })
  if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.object.sha
}

async function branchWithFile(github: GitHub, branch: string, at = repository): Promise<void> {
  const sha = await headOf(github, 'main', at)
  expect(await github.call('refs.create', { repository: at, ref: `refs/heads/${branch}`, sha })).toMatchObject({
    is: 'done',
  })
  const content = Buffer.from('# 決済\n').toString('base64')
  const put = { repository: at, path: pathOn(branch), branch, message: 'Draft', content }
  expect(await github.call('contents.put', put)).toMatchObject({ is: 'done' })
}

describe('a pull request from beginning to end', () => {
  test('a branch, a file, a draft, reviewers, labels, a comment, ready, and what people did to it', async () => {
    const github = asApp()
    await branchWithFile(github, 'bot/whole')
    const opened = await github.call('pulls.create', {
      repository,
      title: '決済',
      head: 'bot/whole',
      base: 'main',
      draft: true,
    })
    if (opened.is !== 'done') throw new Error(JSON.stringify(opened))
    const { number, node_id } = opened.value
    const pull = { repository, pull_number: number }
    const thread = { repository, issue_number: number }
    expect(opened.value).toMatchObject({ draft: true, user: { login: 'sssbot[bot]' } })
    expect(
      await github.call('pulls.requestReviewers', { ...pull, reviewers: ['sato'], team_reviewers: ['payments'] }),
    ).toMatchObject({ is: 'done' })
    expect(await github.call('labels.add', { ...thread, labels: ['postmortem'] })).toMatchObject({ is: 'done' })
    const said = await github.call('comments.create', { ...thread, body: 'advice' })
    if (said.is !== 'done') throw new Error(JSON.stringify(said))
    await github.call('comments.update', { repository, comment_id: said.value.id, body: 'advice, again' })
    expect(server.comments(number).map(({ body }) => body)).toEqual(['advice, again'])
    expect(await github.mutate('pulls.markReady', node_id)).toEqual({ is: 'done', value: { number, isDraft: false } })

    const sato = server.person('sato')
    sato.requestChanges(number, '検知の欄がありません')
    sato.approve(number)
    expect(await github.call('pulls.reviews', pull)).toMatchObject({
      value: [{ state: 'CHANGES_REQUESTED' }, { state: 'APPROVED', user: { login: 'sato' } }],
    })
    await sato.merge(number)
    expect(await github.call('pulls.get', pull)).toMatchObject({
      value: { state: 'closed', merged_by: { login: 'sato' } },
    })
    expect(await server.fileAt('main', pathOn('bot/whole'))).toBe('# 決済\n')
  })

  test('issues: made, found by their label among closed ones and pull requests, changed by people', async () => {
    const github = connect()
    const made = await github.call('issues.create', {
      repository,
      title: 'Alarm',
      labels: ['action-item'],
      assignees: ['sato'],
    })
    if (made.is !== 'done') throw new Error(JSON.stringify(made))
    server.person('sato').close(made.value.number, 'not_planned')
    const found = await github.all('issues.list', { repository, labels: 'action-item', state: 'all' })
    expect(found).toMatchObject({ value: [{ state: 'closed', state_reason: 'not_planned' }] })
    expect(
      await github.call('issues.update', { repository, issue_number: made.value.number, state: 'open' }),
    ).toMatchObject({ value: { state: 'open' } })
    expect(await github.call('issues.create', { repository, title: 'x', assignees: ['nobody'] })).toMatchObject({
      is: 'refused',
      status: 422,
      errors: [{ field: 'assignees', code: 'invalid' }],
    })
  })

  test('a list of more than a hundred comes whole', async () => {
    const github = connect()
    for (let n = 0; n < 103; n++) {
      await github.call('issues.create', { repository: 'acme/plain', title: `n${n}`, labels: ['many'] })
    }
    const found = await github.all('issues.list', { repository: 'acme/plain', labels: 'many' })
    expect(found.is === 'done' && found.value.length).toBe(103)
  })
})

describe('GitHub refuses', () => {
  test('what is there already, what is not, and what is stale', async () => {
    const github = connect()
    await branchWithFile(github, 'bot/twice')
    const ask = { repository, title: 't', head: 'bot/twice', base: 'main' }
    expect(await github.call('pulls.create', ask)).toMatchObject({ is: 'done' })
    const again = await github.call('pulls.create', ask)
    expect(again).toMatchObject({ is: 'refused', status: 422 })
    expect(again.is !== 'done' && refusedFor(again, /A pull request already exists/)).toBe(true)
    expect(await github.call('pulls.create', { ...ask, head: 'bot/nowhere' })).toMatchObject({
      status: 422,
      errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }],
    })
    const sha = await headOf(github)
    expect(await github.call('refs.create', { repository, ref: 'refs/heads/bot/twice', sha })).toMatchObject({
      status: 422,
      error: 'Reference already exists',
    })
    const put = { repository, path: pathOn('bot/twice'), branch: 'bot/twice', message: 'm', content: 'eA==' }
    expect(await github.call('contents.put', put)).toMatchObject({ status: 422 })
    expect(await github.call('contents.put', { ...put, sha: 'a'.repeat(40) })).toMatchObject({ status: 409 })
    expect(await github.call('contents.put', { ...put, branch: 'gone' })).toMatchObject({ status: 404 })
    expect(await github.call('contents.get', { repository, path: 'nothing.md' })).toMatchObject({ status: 404 })
  })

  test('a wrong token, a repository that one may not see, and what one may not do', async () => {
    expect(await connect({ TOKEN: 'wrong' }).call('repos.get', { repository })).toMatchObject({
      is: 'refused',
      status: 401,
    })
    expect(await connect().call('repos.get', { repository: 'acme/other' })).toMatchObject({ status: 404 })
    server.permit({ issues: 'read' })
    expect(await connect().call('issues.create', { repository, title: 't' })).toMatchObject({
      is: 'refused',
      status: 403,
      error: 'Resource not accessible by personal access token',
    })
  })

  test('a draft where there are none, and a reviewer from outside', async () => {
    const github = connect()
    await branchWithFile(github, 'bot/plain', 'acme/plain')
    const ask = { repository: 'acme/plain', title: 't', head: 'bot/plain', base: 'main' }
    const draft = await github.call('pulls.create', { ...ask, draft: true })
    expect(draft.is !== 'done' && refusedFor(draft, /draft pull requests are not supported/i)).toBe(true)
    const plain = await github.call('pulls.create', ask)
    if (plain.is !== 'done') throw new Error(JSON.stringify(plain))
    expect(await github.mutate('pulls.convertToDraft', plain.value.node_id)).toMatchObject({ status: 422 })
    expect(await github.mutate('pulls.markReady', 'PR_none')).toMatchObject({ is: 'refused', status: 404 })
    expect(
      await github.call('pulls.requestReviewers', {
        repository: 'acme/plain',
        pull_number: plain.value.number,
        reviewers: ['stranger'],
      }),
    ).toMatchObject({ status: 422 })
  })

  test('nothing where the secret is missing or is no key: GitHub is not even asked', async () => {
    const before = server.calls().length
    const missing = { is: 'refused', status: 0, error: 'secret_missing', name: 'TOKEN' }
    expect(await connect({}).call('repos.get', { repository })).toEqual(missing)
    const unreadable = { is: 'refused', status: 0, error: 'key_unreadable', name: 'KEY' }
    expect(await asApp('not a key').call('repos.get', { repository })).toEqual(unreadable)
    expect(server.calls().length).toBe(before)
  })
})

describe('an App', () => {
  test('comes with one token for many calls, and gets a new one when GitHub takes the old no more', async () => {
    const tokens = 'POST /app/installations/{installation_id}/access_tokens'
    const github = asApp()
    const before = server.done(tokens)
    await headOf(github)
    await headOf(github)
    expect(server.done(tokens) - before).toBe(1)
    server.revoke(true)
    expect(await github.call('repos.get', { repository })).toMatchObject({ status: 401 })
    server.revoke(false)
    expect(await github.call('repos.get', { repository })).toMatchObject({ is: 'done' })
    expect(server.done(tokens) - before).toBe(2)
  })

  test('whose key is written on one line is understood, and whose key is another’s is refused', async () => {
    const line = server.app.privateKey.replaceAll('\n', '\\n')
    expect(await asApp(line).call('repos.get', { repository })).toMatchObject({ is: 'done' })
    const other = await startGitHub()
    expect(await asApp(other.app.privateKey).call('repos.get', { repository })).toMatchObject({ status: 401 })
    await other.close()
  })

  test('that gets no token has surely done nothing', async () => {
    server.fault({ route: 'POST /app/installations/{installation_id}/access_tokens', cut: 'after' })
    expect(await asApp().call('repos.get', { repository })).toEqual({ is: 'unreached', reason: 'cut' })
  })
})

describe('a bad day', () => {
  const ask = { repository, title: 't', head: 'bot/bad', base: 'main' }

  test.each<[string, object, object]>([
    ['cut off', { cut: 'after' }, { is: 'unsure', reason: 'cut' }],
    ['answered 502', { status: 502 }, { is: 'unsure', reason: 'http5xx' }],
    ['answered by a page', { status: 200, body: '<html>sign in</html>' }, { is: 'unsure', reason: 'unreadable' }],
    ['told to wait by Retry-After', secondaryLimited(30), { is: 'limited', retryAfterMs: 30_000 }],
    ['told to wait by a 429', secondaryLimited(7, 429), { is: 'limited', retryAfterMs: 7_000 }],
    ['told to wait, not how long', secondaryLimited(), { is: 'limited', retryAfterMs: 60_000 }],
  ])('a call that is %s says whether it may have taken effect', async (_, fault, expected) => {
    server.fault({ route: create, ...fault })
    expect(await connect().call('pulls.create', ask)).toMatchObject(expected)
  })

  test('a spent budget is waited out by GitHub’s clock, and nobody asks meanwhile', async () => {
    const github = connect()
    server.fault({ route: create, ...rateLimited(600) })
    const limited = await github.call('pulls.create', ask)
    expect(limited.is === 'limited' && Math.round(limited.retryAfterMs / 10_000)).toBe(60)
    const before = server.calls().length
    await clock.advanceBy(500_000)
    expect(await github.call('repos.get', { repository })).toMatchObject({ is: 'limited' })
    expect(server.calls().length).toBe(before)
    await clock.advanceBy(102_000)
    expect(await github.call('repos.get', { repository })).toMatchObject({ is: 'done' })
  })

  test('a GitHub that is silent is given up, and one that is not there was not reached', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    server.fault({ route: create, meanwhile: () => promise, status: 500 })
    const hasty = connect(undefined, server.url, 500)
    expect(await hasty.call('pulls.create', ask)).toEqual({ is: 'unsure', reason: 'timeout' })
    resolve()
    const gone = await startGitHub()
    await gone.close()
    const nobody = connect({ TOKEN: 't' }, gone.url)
    expect(await nobody.call('repos.get', { repository })).toEqual({ is: 'unreached', reason: 'ECONNREFUSED' })
  })

  test('the log holds GitHub’s sentence, and no token, key, path or name that was asked for', async () => {
    const lines: string[] = []
    const log = createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) } })
    const github = createGitHub(
      { apiUrl: server.url, timeoutMs: 10_000, credentials: { kind: 'token', tokenEnv: 'TOKEN' } },
      { secret: () => server.token, log, clock },
    )
    await github.call('contents.put', { repository, path: 'a/../secret-plan.md', message: 'm', content: '' })
    await github.call('repos.get', { repository: 'acme/other' })
    expect(lines.length).toBe(2)
    expect(lines.join()).not.toMatch(/ghp_|secret-plan|acme/)
    expect(lines.join()).toContain('path contains a malformed path component')
  })
})

test('a webhook is taken only with the signature of its very bytes', async () => {
  const body = '{"action":"closed"}'
  // The example of GitHub's documentation: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
  const example = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  expect(await isSigned("It's a Secret to Everybody", 'Hello, World!', example)).toBe(true)
  expect(await isSigned("It's a Secret to Everybody", 'Hello, World?', example)).toBe(false)
  for (const signature of [undefined, '', 'sha256=', example]) expect(await isSigned('s', body, signature)).toBe(false)
  expect(await isSigned('', body, example)).toBe(false)
})
