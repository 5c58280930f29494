import type { Hooks } from './hooks.ts'
import { invalid } from './problem.ts'
import type { Repository } from './repository.ts'

/** Who asks: a person's token or an installation of an App. */
export type Viewer = { login: string; via: 'token' | 'installation' }

export type Permission = 'contents' | 'pull_requests' | 'issues'
export type Access = 'none' | 'read' | 'write'
export type Permissions = Record<Permission, Access>

/** One request, as a handler gets it. */
export type Call = {
  repository: Repository
  viewer: Viewer
  /** What this viewer may do. */
  permissions: Readonly<Permissions>
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  body: Readonly<Record<string, unknown>>
  hooks: Hooks
  now(): string
}

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

export type Route = {
  /** As GitHub's reference names it: `GET /repos/{owner}/{repo}/pulls`. */
  route: string
  /** One of these permissions is needed; `write` unless it only reads. */
  needs: readonly Permission[]
  handle(call: Call): Promise<Reply> | Reply
}

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const created = (body: unknown): Reply => ({ status: 201, body })

/** A text of the body, or undefined where it is left out. Anything else is refused. */
export function textIn({ body }: Pick<Call, 'body'>, field: string, resource: string): string | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw invalid({ resource, field, code: 'invalid' })
  return value
}

export function neededText(call: Pick<Call, 'body'>, field: string, resource: string): string {
  const text = textIn(call, field, resource)
  if (!text) throw invalid({ resource, field, code: 'missing_field' })
  return text
}

/** The longest body of an issue, a pull request or a comment, in characters. */
const longestBody = 65_536

/** The longest title. GitHub counts characters, in truth more of some than it says; never kinder here. */
const longestTitle = 256

export function titleText(call: Pick<Call, 'body'>, resource: string): string | undefined {
  const text = textIn(call, 'title', resource)
  if (text !== undefined && text.length > longestTitle) {
    const message = `title is too long (maximum is ${longestTitle} characters)`
    // Of a pull request too it says that it is an issue's.
    throw invalid({ resource: 'Issue', field: 'title', code: 'custom', message })
  }
  return text
}

export function bodyText(call: Pick<Call, 'body'>, resource: string): string | undefined {
  const text = textIn(call, 'body', resource)
  if (text !== undefined && text.length > longestBody) {
    const message = `body is too long (maximum is ${longestBody} characters)`
    throw invalid({ resource, field: 'body', code: 'custom', message })
  }
  return text
}

export function listIn({ body }: Pick<Call, 'body'>, field: string, resource: string): string[] | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  const list = Array.isArray(value) ? (value as unknown[]) : [undefined]
  return list.map((each) => {
    if (typeof each === 'string') return each
    throw invalid({ resource, field, code: 'invalid' })
  })
}

/** One page of a list, with the header that names the others. */
export function paged(call: Pick<Call, 'query'>, items: readonly unknown[]): Reply {
  const size = Math.min(Math.max(Number(call.query.get('per_page') ?? 30) || 30, 1), 100)
  const at = Math.max(Number(call.query.get('page') ?? 1) || 1, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const link =
    at < last
      ? `<https://api.github.com/?page=${at + 1}>; rel="next", <https://api.github.com/?page=${last}>; rel="last"`
      : ''
  return { status: 200, body: items.slice((at - 1) * size, at * size), headers: link ? { link } : {} }
}
