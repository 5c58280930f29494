/**
 * What a failure of the database means. Codes: https://www.postgresql.org/docs/18/errcodes-appendix.html (five
 * characters) and Node's system errors (E…).
 */

/** The code of a PostgreSQL or system error; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** True when another transaction stood in the way, so that the same work may succeed when begun again. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01' || code === '55P03'
}

/** Where in the server it happened: the words are in the server's language. */
const routineOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'routine' in error ? error.routine : undefined

/** True when the database no longer has the plan of a statement that has a name: nothing was done, and without the name it is. */
export function isLostPlan(error: unknown): boolean {
  const code = codeOf(error)
  return code === '26000' || code === '42P05' || (code === '0A000' && routineOf(error) === 'RevalidateCachedQuery')
}

/** True when a row breaks a unique rule; of `constraint` only, when given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false
  // A unique violation is an object: its code was just read.
  return constraint === undefined || (error as { constraint?: unknown }).constraint === constraint
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // a Unix socket that is not there (yet)
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: starting up
  '57P05', // idle_session_timeout
  '25P03', // idle_in_transaction_session_timeout
  '25P04', // transaction_timeout
  '53300', // too_many_connections
])

const READ_ONLY = '25006'

/** True when a connection can only read, as after its server became a replica: it stays so, while another may be to the new primary. */
export function isReadOnly(error: unknown): boolean {
  return codeOf(error) === READ_ONLY
}

/** A server that could be written to, and cannot any more. */
export class ReadOnly extends Error {
  override name = 'ReadOnly'
  readonly code = READ_ONLY
  constructor() {
    super('The database can only be read')
  }
}

/** How pg says it without a code (pg and pg-pool 8.23). */
const UNREACHABLE_TEXT =
  /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/i

/** True when the server went away or is not there yet, so that waiting may help. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined && (UNREACHABLE.has(code) || code === READ_ONLY || code.startsWith('08'))) return true
  return error instanceof Error && code === undefined && UNREACHABLE_TEXT.test(error.message)
}

/** Classes of states that are the server's and not the statement's: connection, password, no such database, resources, operator, system. */
const SERVER = ['08', '28', '3D', '53', '57', '58']

/** insufficient_privilege: a right that was taken away, and embedded a folder that may not be written. */
const NOT_ALLOWED = '42501'

/** True when the database was at fault, and not what was asked of it: it was away, full, stopped, locked to us, or another stood in the way. */
export function isDatabaseTrouble(error: unknown): boolean {
  const code = codeOf(error)
  return (
    isConflict(error) ||
    isUnreachable(error) ||
    code === NOT_ALLOWED ||
    SERVER.some((start) => code?.length === 5 && code.startsWith(start))
  )
}

/** True when pg already knew the connection to be dead and sent nothing: then a commit was certainly not made. */
export function wasNotSent(error: unknown): boolean {
  return error instanceof Error && error.message.includes('not queryable')
}

/** A short name of a failure for a log line or a sentence. */
export function nameFailure(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error))
}

/** The connection broke while a commit was on its way: nobody knows whether it was made. Never tried again by itself. */
export class UnknownCommit extends Error {
  override name = 'UnknownCommit'
  constructor(cause: unknown) {
    super('The connection to the database broke during a commit: it may or may not have been made', { cause })
  }
}
