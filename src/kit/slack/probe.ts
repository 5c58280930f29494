import { type Clock, later } from '../clock.ts'

/**
 * One call to Slack, looked at whole: what the port hides because nobody who works with incidents needs it.
 *
 * - `answered`: by Slack's JSON. `scopes` are those of the token (`x-oauth-scopes`; undefined where the answer names none),
 *   `date` is Slack's clock in whole seconds, `at` ours when the answer came.
 * - `unreached`: Slack did not answer; `reason` is a short word (`ECONNREFUSED`, `timeout`, `http_502`).
 */
export type Probed =
  | {
      is: 'answered'
      ok: boolean
      error: string | undefined
      body: Readonly<Record<string, unknown>>
      scopes: readonly string[] | undefined
      date: Date | undefined
      at: Date
    }
  | { is: 'unreached'; reason: string }

/** Calls a method once with `token`, or the one that stands for it; never throws. */
export type Probe = (
  method: string,
  args?: Readonly<Record<string, string>>,
  as?: { token: string | undefined },
) => Promise<Probed>

export type ProbeOptions = {
  token: string
  /** Where the Web API stands; Slack's own when undefined. */
  apiUrl: string | undefined
  timeoutMs: number
  clock: Clock
}

/** Makes the one call that is not counted by the budgets: for a few questions about the app itself. */
export function createProbe({ token, apiUrl = 'https://slack.com/api/', timeoutMs, clock }: ProbeOptions): Probe {
  const base = apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`
  return async (method, args = {}, as = { token }) => {
    const late = new AbortController()
    const cancel = clock.setTimer(() => late.abort(), later(clock.now(), timeoutMs))
    try {
      const response = await fetch(base + method, {
        method: 'POST',
        body: new URLSearchParams(args),
        headers: as.token ? { authorization: `Bearer ${as.token}` } : {},
        signal: late.signal,
      })
      const at = clock.now()
      const body: unknown = await response.json().catch(() => undefined)
      if (!isRecord(body) || typeof body.ok !== 'boolean') return { is: 'unreached', reason: `http_${response.status}` }
      const date = Date.parse(response.headers.get('date') ?? '')
      return {
        is: 'answered',
        ok: body.ok,
        error: typeof body.error === 'string' ? body.error : undefined,
        body,
        scopes: response.headers
          .get('x-oauth-scopes')
          ?.split(',')
          .map((scope) => scope.trim()),
        date: Number.isNaN(date) ? undefined : new Date(date),
        at,
      }
    } catch (error) {
      return { is: 'unreached', reason: late.signal.aborted ? 'timeout' : reasonOf(error) }
    } finally {
      cancel()
    }
  }
}

/** The code of what failed, without its words: they may hold an address. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'cut'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
