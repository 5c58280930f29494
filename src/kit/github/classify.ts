import { RequestError } from '@octokit/request-error'
import type { Failure, Reason } from './outcome.ts'

/** GitHub asks for at least a minute where it names no time. */
const unknownWaitMs = 60_000
/** Nobody is sent away for longer, whatever a header says, in milliseconds. */
const longestWaitMs = 60 * 60_000

/** Causes that leave no doubt that no request was sent: names, routes, refused connections, certificates. */
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT.*)$/

type Headers = Readonly<Record<string, string | number | undefined>>

/** What a call that threw has come to. Never throws. */
export function classify(error: unknown): Failure {
  if (error instanceof RequestError && error.response) {
    return answered(error.status, error.response.headers, error.response.data)
  }
  const graphql = graphqlFailure(error)
  if (graphql) return graphql
  const codes = [...chain(error)]
  const sure = codes.find((code) => neverSent.test(code))
  if (sure) return { is: 'unreached', reason: sure }
  return { is: 'unsure', reason: codes.includes('TimeoutError') ? 'timeout' : 'cut' }
}

function answered(status: number, headers: Headers, body: unknown): Failure {
  const message = textOf(body, 'message') ?? `HTTP ${status}`
  if (status === 429 || (status === 403 && isLimit(headers, message))) {
    return { is: 'limited', retryAfterMs: waitOf(headers) }
  }
  if (status >= 500 || status === 408) return { is: 'unsure', reason: 'http5xx' }
  const errors = reasonsOf(body)
  return { is: 'refused', status, error: message, ...(errors.length > 0 ? { errors } : {}) }
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
const isLimit = (headers: Headers, message: string): boolean =>
  headers['retry-after'] !== undefined ||
  String(headers['x-ratelimit-remaining'] ?? '') === '0' ||
  /rate limit|abuse detection/i.test(message)

/** How long GitHub wants to be left alone. Its reset is a moment of its own clock, so it is measured by that. */
function waitOf(headers: Headers): number {
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return within(after * 1000)
  const reset = Number(headers['x-ratelimit-reset']) * 1000
  const now = Date.parse(String(headers.date ?? ''))
  const spent = String(headers['x-ratelimit-remaining'] ?? '') === '0'
  return spent && Number.isFinite(reset) && Number.isFinite(now) ? within(reset - now) : unknownWaitMs
}

const within = (ms: number): number => Math.min(Math.max(ms, 1_000), longestWaitMs)

/** By the type of a GraphQL error, the status that REST would have given. */
const statusOf: Readonly<Record<string, number>> = { NOT_FOUND: 404, FORBIDDEN: 403, INSUFFICIENT_SCOPES: 403 }

/** GraphQL answers 200 whatever happened; what went wrong stands in `errors`. */
function graphqlFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError' || !('errors' in error)) return undefined
  const [first] = Array.isArray(error.errors) ? (error.errors as unknown[]) : []
  const type = textOf(first, 'type')
  // Octokit gives the headers as a record of texts.
  const headers = 'headers' in error && isRecord(error.headers) ? (error.headers as Headers) : {}
  if (type === 'RATE_LIMITED' || type === 'RATE_LIMIT') return { is: 'limited', retryAfterMs: waitOf(headers) }
  // "Something went wrong while executing your query" has no type: GitHub itself does not know how far it came.
  if (type === undefined) return { is: 'unsure', reason: 'http5xx' }
  return { is: 'refused', status: statusOf[type] ?? 422, error: textOf(first, 'message') ?? type }
}

/** GitHub's reasons are objects, or sometimes plain sentences. */
function reasonsOf(body: unknown): Reason[] {
  if (!isRecord(body) || body.errors === undefined) return []
  return [body.errors].flat().map((each) => {
    if (typeof each === 'string') return { message: each }
    const reason: Reason = {}
    for (const key of ['resource', 'field', 'code', 'message'] as const) {
      const text = textOf(each, key)
      if (text !== undefined) reason[key] = text
    }
    return reason
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function textOf(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined
  return typeof text === 'string' ? text : undefined
}

/** The codes and names of an error and of what caused it. */
function* chain(error: unknown): Generator<string> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') yield at.code
    yield at.name
  }
}
