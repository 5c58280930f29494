/** What the API itself refuses, by code; verbs refuse with codes of their own. */
export type FailureCode =
  | 'unauthorized'
  | 'origin-foreign'
  | 'display-only'
  | 'not-found'
  | 'too-many-calls'
  | 'body-too-large'
  | 'body-not-json'
  | 'body-not-utf8'
  | 'body-packed'
  | 'invalid'
  | 'actor-unknown'
  | 'actor-deactivated'
  | 'actor-not-allowed'
  | 'idempotency-key-invalid'
  | 'idempotency-key-reused'
  | 'busy'
  | 'internal'

/** A "no" of the API, with its HTTP status. */
export class ApiFailure extends Error {
  readonly code: FailureCode
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly field: string | undefined
  /** When to ask again, in milliseconds. */
  readonly waitMs: number | undefined

  constructor(code: FailureCode, status: ApiFailure['status'], field?: string, waitMs?: number) {
    super(code)
    this.name = 'ApiFailure'
    this.code = code
    this.status = status
    this.field = field
    this.waitMs = waitMs
  }
}
