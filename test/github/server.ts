import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppKey, createAuth } from './auth.ts'
import type { Permissions, Reply, Route } from './call.ts'
import { contentRoutes } from './contents.ts'
import { createFaults, type Fault, unicorn } from './faults.ts'
import { createHooks, type HookDelivery, type HookTarget } from './hooks.ts'
import { issueRoutes } from './issues.ts'
import { createPerson, type Person } from './people.ts'
import { notFound, Problem } from './problem.ts'
import { mutate, pullRoutes } from './pulls.ts'
import {
  type Comment,
  createRepository,
  type Issue,
  type Pull,
  pullsOf,
  type Repository,
  type RepositoryOptions,
} from './repository.ts'

export type GitHubCall = { route: string; path: string; status: number | 'cut'; body: unknown; login: string | null }

export type GitHubOptions = {
  /** By `owner/name`. One named `acme/postmortems` by default. */
  repositories?: Readonly<Record<string, RepositoryOptions>>
}

/** A server that answers as GitHub does, over bare repositories that really keep what is committed. */
export interface GitHubServer {
  /** Where REST and GraphQL stand as on github.com. */
  readonly url: string
  /** Where REST stands as on an Enterprise Server; GraphQL is at `/api/graphql` there. */
  readonly enterpriseUrl: string
  readonly port: number
  /** A personal access token that may do everything; its account is `sss-machine`. */
  readonly token: string
  /** An App that is installed; its account is `sssbot[bot]`. */
  readonly app: AppKey
  repository(fullName?: string): Repository
  pulls(fullName?: string): Pull[]
  issues(fullName?: string): Issue[]
  comments(number: number, fullName?: string): Comment[]
  /** The text of a file on a branch; undefined where it is not. */
  fileAt(branch: string, path: string, fullName?: string): Promise<string | undefined>
  person(login: string, fullName?: string): Person
  permit(permissions: Partial<Permissions>): void
  revoke(revoked: boolean): void
  fault(fault: Fault): void
  clearFaults(): void
  faultsLeft(): number
  calls(): GitHubCall[]
  /** How many calls of a route were answered with success. */
  done(route: string): number
  hook(target: HookTarget | undefined): void
  /** An administrator renames a repository or gives it to another owner: whoever asks by the old name is sent on. */
  move(from: string, to: string): void
  readonly hooks: {
    deliveries: readonly HookDelivery[]
    again(id: string): Promise<unknown>
    lose(lost: boolean): void
    settled(): Promise<void>
  }
  close(): Promise<void>
}

const routes: readonly (Route & { method: string; pattern: RegExp; names: string[] })[] = [
  ...contentRoutes,
  ...pullRoutes,
  ...issueRoutes,
].map((route) => {
  const [method = '', path = ''] = route.route.split(' ')
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const source = path.replace(/\{(path|ref)\}/g, '(.+)').replace(/\{\w+\}/g, '([^/]+)')
  return { ...route, method, names, pattern: new RegExp(`^${source}$`) }
})

const branchRoute = 'GET /repos/{owner}/{repo}/branches/{branch}'

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'

export async function startGitHub({
  repositories = { 'acme/postmortems': {} },
}: GitHubOptions = {}): Promise<GitHubServer> {
  const auth = createAuth(token)
  const faults = createFaults()
  const hooks = createHooks()
  const now = () => new Date().toISOString()
  const all = new Map<string, Repository>()
  for (const [name, options] of Object.entries(repositories))
    all.set(name.toLowerCase(), await createRepository(name, options))
  const log: GitHubCall[] = []
  /** By the old name, the id under which a repository that has moved is found. */
  const moved = new Map<string, string>()
  let used = 0

  const named = (fullName?: string): Repository => {
    const found = fullName ? all.get(fullName.toLowerCase()) : [...all.values()][0]
    if (!found) throw new Error(`No repository ${fullName}`)
    return found
  }

  function find(method: string, path: string) {
    const token = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)
    if (method === 'POST' && token)
      return { name: 'POST /app/installations/{installation_id}/access_tokens', params: { id: token[1] ?? '' } }
    if (method === 'POST' && (path === '/graphql' || path === '/api/graphql'))
      return { name: 'POST /graphql', params: {} }
    for (const route of routes) {
      const hit = route.method === method ? route.pattern.exec(path) : null
      if (!hit) continue
      const params = Object.fromEntries(route.names.map((name, at) => [name, decodeURIComponent(hit[at + 1] ?? '')]))
      return { name: route.route, route, params }
    }
    return { name: `${method} ${path}`, params: {} }
  }

  async function answer(
    found: ReturnType<typeof find>,
    request: IncomingMessage,
    query: URLSearchParams,
    text: string,
    entry: GitHubCall,
  ): Promise<Reply> {
    const { authorization, 'user-agent': agent } = request.headers
    if (!agent)
      return {
        status: 403,
        body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      }
    if (found.name.startsWith('POST /app/'))
      return {
        status: 201,
        body: {
          ...auth.installationToken(authorization, found.params.id ?? ''),
          permissions: { metadata: 'read', ...auth.permissions },
          repository_selection: 'selected',
        },
      }
    const viewer = auth.viewer(authorization)
    entry.login = viewer.login
    let body: Record<string, unknown> = {}
    try {
      if (text) body = JSON.parse(text) as Record<string, unknown>
    } catch {
      throw new Problem(400, 'Problems parsing JSON')
    }
    entry.body = body
    const call = { viewer, permissions: auth.permissions, query, body, hooks, now }
    if (found.name === 'POST /graphql')
      return mutate(call, [...all.values()], auth.permissions.pull_requests === 'write')
    if (!found.route) throw notFound()
    const repository = all.get(`${found.params.owner}/${found.params.repo}`.toLowerCase())
    if (!repository) throw notFound()
    const onward = await redirect(request, found, repository)
    if (onward) return onward
    const wanted = found.route.method === 'GET' ? ['read', 'write'] : ['write']
    if (found.route.needs.length > 0 && !found.route.needs.some((need) => wanted.includes(auth.permissions[need]))) {
      throw new Problem(
        403,
        `Resource not accessible by ${viewer.via === 'token' ? 'personal access token' : 'integration'}`,
      )
    }
    if (found.route.method !== 'GET' && repository.archived) {
      throw new Problem(403, 'Repository was archived so is read-only.')
    }
    return found.route.handle({ ...call, repository, params: found.params })
  }

  /** A branch that was renamed is asked for by its new name. Anything but a GET keeps its method and body. */
  async function redirect(request: IncomingMessage, found: ReturnType<typeof find>, repository: Repository) {
    const { branch: name = '' }: Record<string, string> = found.params
    const renamed = found.name === branchRoute ? repository.renamedBranches.get(name) : undefined
    if (!renamed || (await repository.git.head(name))) return undefined
    const location = `${url}${request.url?.replace(/[^/]+$/, encodeURIComponent(renamed))}`
    return { status: 301, body: { message: 'Moved Permanently', url: location }, headers: { location } }
  }

  /** https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects */
  function sentOn(method: string, path: string): Reply | undefined {
    const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? []
    const to = all.has(name.toLowerCase()) ? undefined : moved.get(decodeURIComponent(name).toLowerCase())
    if (!to) return undefined
    const location = `${url}/repositories/${to}${rest}`
    const body = { message: 'Moved Permanently', url: location }
    return { status: method === 'GET' ? 301 : 307, body, headers: { location } }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const url = new URL(request.url ?? '/', 'http://github')
    const asked = url.pathname.replace(/^\/api\/v3(?=\/)/, '')
    const path = asked.replace(/^\/repositories\/([^/]+)/, (_, id: string) => `/repos/${decodeURIComponent(id)}`)
    const found = find(request.method ?? 'GET', path)
    const entry: GitHubCall = { route: found.name, path, status: 'cut', body: undefined, login: null }
    log.push(entry)
    const fault = faults.take(found.name)
    const instead =
      fault?.status === undefined
        ? undefined
        : { status: fault.status, body: fault.body ?? unicorn, headers: fault.headers ?? {} }
    if (fault && fault.cut !== 'after') await fault.meanwhile?.()
    if (fault?.cut === 'before' && !instead) return void request.socket.destroy()
    const onward = sentOn(request.method ?? 'GET', path)
    if (onward) {
      entry.status = onward.status
      return send(response, {
        ...onward,
        headers: { ...onward.headers, location: `${onward.headers?.location}${url.search}` },
      })
    }
    let reply: Reply | undefined = fault?.cut === 'after' ? undefined : instead
    if (!reply) {
      try {
        reply = await answer(found, request, url.searchParams, Buffer.concat(parts).toString(), entry)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        reply = { status: error.status, body: error.body, headers: error.headers }
      }
      if (fault?.cut === 'after') {
        await fault.meanwhile?.()
        if (!instead) return void request.socket.destroy()
        reply = instead
      }
    }
    entry.status = reply.status
    send(response, reply)
  }

  function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
    used += 1
    const page = typeof body === 'string'
    response.writeHead(status, {
      'content-type': page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-request-id': `CAFE:${used.toString(16).toUpperCase()}`,
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': String(Math.max(5000 - used, 1)),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
      'x-ratelimit-resource': 'core',
      ...headers,
    })
    response.end(status === 204 ? undefined : page ? body : JSON.stringify(body))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('The GitHub of the tests has a mistake', error)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    enterpriseUrl: `${url}/api/v3`,
    port,
    token,
    app: auth.app,
    repository: named,
    pulls: (fullName) => pullsOf(named(fullName)),
    issues: (fullName) => named(fullName).threads.filter((each) => each.is === 'issue'),
    comments: (number, fullName) => named(fullName).comments.filter(({ issue }) => issue === number),
    async fileAt(branch, path, fullName) {
      const { git } = named(fullName)
      const commit = await git.head(branch)
      const blob = commit && (await git.blob(commit, path))
      return blob ? (await git.read(blob.sha)).toString() : undefined
    },
    person: (login, fullName) => createPerson(login, named(fullName), hooks, now),
    permit: (permissions) => void Object.assign(auth.permissions, permissions),
    revoke: (revoked) => auth.revoke(revoked),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    faultsLeft: () => faults.left(),
    calls: () => [...log],
    done: (route) =>
      log.filter((each) => each.route === route && typeof each.status === 'number' && each.status < 300).length,
    hook: (target) => hooks.aim(target),
    move(from, to) {
      const repository = named(from)
      all.delete(from.toLowerCase())
      const [owner = '', name = ''] = to.split('/')
      Object.assign(repository, { owner, name })
      all.set(to.toLowerCase(), repository)
      moved.set(from.toLowerCase(), encodeURIComponent(to))
    },
    hooks: { deliveries: hooks.deliveries, again: hooks.again, lose: hooks.lose, settled: hooks.settled },
    async close() {
      hooks.aim(undefined)
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      for (const { git } of all.values()) await git.close()
    },
  }
}
