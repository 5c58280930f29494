import { Octokit } from '@octokit/core'
import type { z } from 'zod'
import { type Clock, later } from '../clock.ts'
import { readLeniently } from '../lenient.ts'
import type { Log } from '../log.ts'
import { classify } from './classify.ts'
import { type CredentialNames, createCredentials } from './credentials.ts'
import {
  type Answer,
  type Arguments,
  type ListName,
  type MethodName,
  type MutationName,
  methods,
  mutated,
  mutations,
} from './methods.ts'
import type { Failure, Outcome } from './outcome.ts'
import { saidIn } from './refusals.ts'

export interface GitHub {
  /** Calls one method once and says what became of it; never throws and never retries. */
  call<M extends MethodName>(method: M, args: Arguments<M>): Promise<Outcome<Answer<M>>>
  /** Reads a whole list, page by page; the first page that fails is the answer. */
  all<M extends ListName>(method: M, args: Arguments<M>): Promise<Outcome<Answer<M>[number][]>>
  /** Changes a pull request in a way for which REST has no call. `id` is its `node_id`. */
  mutate(mutation: MutationName, id: string): Promise<Outcome<{ number: number; isDraft: boolean }>>
}

/** Where a GitHub stands and as whom one comes to it. */
export type Connection = {
  /** `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise Server. */
  apiUrl: string
  /** After this many milliseconds a call is given up, and its outcome is unsure. */
  timeoutMs: number
  credentials: CredentialNames
}

export type GitHubParts = {
  /** The secret in an environment variable. */
  secret(name: string): string | undefined
  log: Log
  /** By it the pauses that GitHub asks for are waited out. */
  clock: Clock
}

/** Gives the port of a connection; of the same connection the same port, so that its pauses and its tokens are shared. */
export type ConnectGitHub = (connection: Connection) => GitHub

/** The ports to all the GitHubs that the settings name. */
export function createGitHubs(parts: GitHubParts): ConnectGitHub {
  const known = new Map<string, GitHub>()
  return (connection) => {
    const key = JSON.stringify(connection)
    const github = known.get(key) ?? createGitHub(connection, parts)
    known.set(key, github)
    return github
  }
}

const perPage = 100

/** The port to one GitHub: the one way by which anything is done there. */
export function createGitHub({ apiUrl, timeoutMs, credentials }: Connection, parts: GitHubParts): GitHub {
  const { secret, log, clock } = parts
  const octokit = new Octokit({
    baseUrl: apiUrl,
    userAgent: 'sssbot',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    request: { fetch: withTimeout(timeoutMs) },
  })
  const identity = createCredentials(credentials, secret, octokit)
  let pausedUntil = new Date(0)

  /** Asks as somebody, unless GitHub has asked to be left alone: who goes on asking may be shut out. */
  async function ask<T>(
    name: string,
    asked: readonly unknown[],
    work: (authorization: string) => Promise<unknown>,
    answer: z.ZodType<T>,
  ) {
    const outcome = await attempt(work, answer)
    if (outcome.is === 'limited') {
      const until = later(clock.now(), outcome.retryAfterMs)
      if (until > pausedUntil) pausedUntil = until
    }
    if (outcome.is === 'refused' && outcome.status === 401) identity.invalidate()
    report(log, name, asked, outcome)
    return outcome
  }

  async function attempt<T>(
    work: (authorization: string) => Promise<unknown>,
    answer: z.ZodType<T>,
  ): Promise<Outcome<T>> {
    const left = pausedUntil.getTime() - clock.now().getTime()
    if (left > 0) return { is: 'limited', retryAfterMs: left }
    const authorization = await identity.header()
    if (typeof authorization !== 'string') return authorization
    try {
      const given = await work(authorization)
      const read = readLeniently(answer, given)
      if (!read) return { is: 'unsure', reason: 'unreadable' }
      if (read.odd.length === 0) return { is: 'done', value: read.value }
      log.info({ odd: read.odd }, 'GitHub answered in a shape that is not known: the rest was read')
      return { is: 'done', value: read.value, left: lengthOf(given) - lengthOf(read.value) }
    } catch (error) {
      return classify(error)
    }
  }

  const rest = async (method: MethodName, args: Arguments<MethodName>, authorization: string): Promise<unknown> => {
    const { repository, ...others } = args
    const [owner, repo] = repository.split('/')
    // As one of the literals Octokit would want the parameters of that very route.
    const { data } = await octokit.request(methods[method].route as string, {
      ...others,
      owner,
      repo,
      headers: { authorization, 'x-github-api-version': '2022-11-28' },
    })
    return data
  }

  const github: GitHub = {
    call: <M extends MethodName>(method: M, args: Arguments<M>) =>
      ask(
        method,
        Object.values({ ...args, repository: undefined }),
        (authorization) => rest(method, args, authorization),
        // The schema of a method parses to the answer of that method; the table's wide type has forgotten which.
        methods[method].answer as unknown as z.ZodType<Answer<M>>,
      ),
    async all<M extends ListName>(method: M, args: Arguments<M>) {
      const found: Answer<M>[number][] = []
      for (let page = 1; ; page++) {
        const outcome = await github.call(method, { ...args, per_page: perPage, page })
        if (outcome.is !== 'done') return outcome
        // Its schema is an array of them: only methods that list are paged.
        const list = outcome.value as Answer<M>[number][]
        found.push(...list)
        if (list.length + (outcome.left ?? 0) < perPage) return { is: 'done', value: found }
      }
    },
    async mutate(mutation, id) {
      const outcome = await ask(
        mutation,
        [],
        (authorization) => octokit.graphql(mutations[mutation], { id, headers: { authorization } }),
        mutated,
      )
      return outcome.is === 'done' ? { is: 'done', value: outcome.value.done.pullRequest } : outcome
    },
  }
  return github
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

function withTimeout(timeoutMs: number): typeof fetch {
  return (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) })
}

/** What was not there is mostly what was looked for; anything else that GitHub refuses is in the log in its own words. */
function report(log: Log, method: string, asked: readonly unknown[], outcome: { is: 'done' } | Failure): void {
  if (outcome.is === 'done') return
  if (outcome.is === 'refused') {
    const { is, status } = outcome
    log[status === 404 ? 'debug' : 'info'](
      { method, outcome: is, status, said: without(asked, saidIn(outcome)) },
      notDone,
    )
  } else {
    const { is, ...why } = outcome
    log.warn({ method, outcome: is, ...why }, notDone)
  }
}

const notDone = 'A call to GitHub did not succeed'
/** What is shorter stands in any sentence. */
const shortestAsked = 4

/** GitHub's sentences quote paths, branches and titles, which may tell of a private incident: what was asked stands in none. */
function without(asked: readonly unknown[], said: string): string {
  const words = asked
    .flat()
    .flatMap((each) => (typeof each === 'string' ? [each, each.replace(/^(?:refs\/)?heads\//, '')] : []))
    .filter(({ length }) => length >= shortestAsked)
    .toSorted((a, b) => b.length - a.length)
  return words.reduce((text, word) => text.replaceAll(word, '…'), said)
}
