import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type GitHubOptions, type GitHubServer, startGitHub } from '../github/server.ts'
import { freePort } from '../harness/processes.ts'
import { type Installation, openWard, type Ward } from './ward.ts'

let ward: Ward
let github: GitHubServer
beforeAll(async () => {
  ward = await openWard()
})
afterEach(() => github.close())
afterAll(() => ward.close())

const repositories = { 'acme/postmortems': { protected: ['main'] }, 'acme/work': {} }

const installation = (url: string, publishing: object = {}): Installation => ({
  settings: {
    github: { api_url: url, token_env: 'SSSBOT_GITHUB_TOKEN' },
    publishing: { public: { repository: 'acme/postmortems', ...publishing } },
    actions: { issues: { repository: 'acme/work' } },
  },
  secrets: { SSSBOT_GITHUB_TOKEN: github.token },
})

const wrongOf = async (given: Installation) => (await ward.findings(given)).filter(({ ok }) => !ok)

test('the way of a postmortem and of an issue is looked at, and nothing is written', async () => {
  github = await startGitHub({ repositories })
  const found = await ward.findings(installation(github.url))
  expect(found.flatMap(({ id, ok, what }) => (id === 'github' ? [[ok, what]] : []))).toEqual([
    [true, 'Pull requests can be opened in acme/postmortems on GitHub (main is protected)'],
    [true, 'The issues of acme/work on GitHub can be read'],
  ])
  expect(github.calls().filter(({ route }) => !route.startsWith('GET '))).toEqual([])
})

type Case = {
  it: string
  repositories?: GitHubOptions['repositories']
  comes?(): unknown
  given?(): Installation | Promise<Installation>
  red: string[]
  what: RegExp
  fix: RegExp
}

const cases: Case[] = [
  {
    it: 'a token that GitHub does not take',
    comes: () => github.revoke(true),
    red: ['github:acme/postmortems', 'github:acme/work'],
    what: /refused the token/,
    fix: /Create a new token/,
  },
  {
    it: 'a repository that the token does not see',
    repositories: { 'acme/work': {} },
    red: ['github:acme/postmortems'],
    what: /acme\/postmortems does not exist on GitHub/,
    fix: /give the token access to it/,
  },
  {
    it: 'a token that may only read',
    comes: () => github.permit({ contents: 'read' }),
    red: ['github:acme/postmortems'],
    what: /cannot write to acme\/postmortems/,
    fix: /read and write access to Contents/,
  },
  {
    it: 'a token without pull requests',
    comes: () => github.permit({ pull_requests: 'none' }),
    red: ['github:acme/postmortems'],
    what: /acme\/postmortems on GitHub refused the request \(HTTP 403\)/,
    fix: /Pull requests/,
  },
  {
    it: 'a base branch that is not there',
    given: () => installation(github.url, { branch: 'trunk' }),
    red: ['github:acme/postmortems'],
    what: /has no branch trunk/,
    fix: /first commit on trunk/,
  },
  {
    it: 'a ruleset that forbids our branches',
    repositories: { ...repositories, 'acme/postmortems': { rules: ['creation'] } },
    red: ['github:acme/postmortems'],
    what: /rule \(creation\) .* forbids the branch sssbot\/postmortem-doctor/,
    fix: /rulesets/,
  },
  {
    it: 'an archived repository',
    repositories: { ...repositories, 'acme/postmortems': { archived: true } },
    red: ['github:acme/postmortems'],
    what: /is archived/,
    fix: /Unarchive it/,
  },
  {
    it: 'issues that are switched off',
    repositories: { ...repositories, 'acme/work': { issues: false } },
    red: ['github:acme/work'],
    what: /Issues are disabled/,
    fix: /Settings → General → Features/,
  },
  {
    it: 'a GitHub that is not reached',
    given: async () => installation(`http://127.0.0.1:${await freePort()}`),
    red: ['github:acme/postmortems', 'github:acme/work'],
    what: /GitHub cannot be reached \(ECONNREFUSED\)/,
    fix: /api_url/,
  },
  {
    it: 'a secret that is not set',
    given: () => ({ ...installation(github.url), secrets: {} }),
    red: ['settings.secrets:SSSBOT_GITHUB_TOKEN', 'github:acme/postmortems', 'github:acme/work'],
    what: /SSSBOT_GITHUB_TOKEN/,
    fix: /SSSBOT_GITHUB_TOKEN/,
  },
]

test.each(cases)('$it: red, with the one thing to do', async (each) => {
  github = await startGitHub({ repositories: each.repositories ?? repositories })
  await each.comes?.()
  const wrong = await wrongOf((await each.given?.()) ?? installation(github.url))
  expect(wrong.map(({ id }) => id)).toEqual(each.red)
  for (const { what, fix } of wrong) {
    expect(what).toMatch(each.what)
    expect(fix).toMatch(each.fix)
  }
})
