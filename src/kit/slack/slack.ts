import { type Clock, systemClock } from '../clock.ts'
import { readLeniently } from '../lenient.ts'
import type { Log } from '../log.ts'
import { createAdmission, type ShutOut } from './admission.ts'
import type { Arguments } from './arguments.ts'
import { createBudgets } from './budgets.ts'
import { classify } from './classify.ts'
import { createClient } from './client.ts'
import type { Lane } from './lane.ts'
import { createListReader, type ListReader } from './list-reader.ts'
import { type Answer, factsOf, type MethodName } from './methods.ts'
import type { Failure, Outcome } from './outcome.ts'

export interface Slack {
  /**
   * Calls one method once and says what became of it; never throws and never retries. It waits for the budget no longer
   * than about a second, else the outcome is `limited` and the caller's job comes back later.
   */
  call<M extends MethodName>(method: M, args: Arguments<M>, options: { lane: Lane }): Promise<Outcome<Answer<M>>>
  /** Reads a list page by page. Ends after the last page, or after the first outcome that is not `done`: a cursor that leads back is one. */
  pages<M extends MethodName>(
    method: M,
    args: Arguments<M>,
    options: { lane: Lane },
  ): AsyncGenerator<Outcome<Answer<M>>>
  /**
   * Why Slack refuses the bot, while it does: its account was shut, the app was removed. Calls are `limited` meanwhile,
   * and one is made every few minutes.
   */
  shutOut(): ShutOut | undefined
  /** Asks Slack whether it lets the bot in again, where that is due and nobody else has called. Never throws. */
  knock(): Promise<void>
}

export interface SlackOptions {
  token: string
  /** Where the Web API stands; Slack's own when left out. */
  apiUrl?: string
  /** After this many milliseconds a call is given up, and its outcome is unsure. */
  timeoutMs?: number
  log: Log
  /** Once it is aborted nothing is called any more: every outcome is `unreached`. */
  signal?: AbortSignal
  /** Slack's budgets run on the world's time: the system's clock, except in tests of the budgets. */
  clock?: Clock
}

/** The port to Slack's Web API: the one way by which anything is done there. */
export function createSlack({
  token,
  apiUrl,
  timeoutMs = 10_000,
  log,
  signal,
  clock = systemClock,
}: SlackOptions): Slack {
  const client = createClient({ token, apiUrl, timeoutMs, log })
  const call: ListReader = (method, args) => client.apiCall(method, args)
  const read = createListReader({ token, timeoutMs, ...(apiUrl ? { apiUrl } : {}) })
  const budgets = createBudgets(clock)
  const admission = createAdmission(clock, log)

  const slack: Slack = {
    async call(method, args, { lane }) {
      const facts = factsOf(method)
      const budget = budgets.of(method, 'channel' in args ? args.channel : undefined)
      const grant = await budget.request(lane)
      if (grant.is === 'limited') return grant
      if (signal?.aborted) return { is: 'unreached', reason: 'stopping' }
      const leave = admission.enter()
      if (typeof leave === 'object') return leave
      const came = await attempt(facts.bulk ? read : call, method, args, log)
      if (came.is === 'limited') budget.pause(came.retryAfterMs)
      const outcome = admission.left(leave, came)
      if (outcome === came) report(log, method, outcome)
      return outcome
    },
    async *pages(method, args, options) {
      let cursor: string | undefined
      const been = new Set<string>()
      do {
        const outcome = await slack.call(method, { ...args, ...(cursor ? { cursor } : {}) }, options)
        yield outcome
        cursor = outcome.is === 'done' ? nextCursor(outcome.value) : undefined
        if (cursor && been.has(cursor)) return yield leadsBack
        been.add(cursor ?? '')
      } while (cursor)
    },
    shutOut: admission.shutOut,
    async knock() {
      if (admission.isDue()) await slack.call('auth.test', {}, { lane: 'checkpoint' })
    },
  }
  return slack
}

/** A list that sends its reader back to a page of before has no end: what was read of it is not known to be all. */
export const leadsBack = { is: 'unsure', reason: 'unreadable' } as const satisfies Failure

async function attempt<M extends MethodName>(
  call: ListReader,
  method: M,
  args: Arguments<M>,
  log: Log,
): Promise<Outcome<Answer<M>>> {
  const { answer } = factsOf(method)
  try {
    const read = readLeniently(answer, await call(method, { ...args }))
    if (!read) return { is: 'unsure', reason: 'unreadable' }
    if (read.odd.length > 0)
      log.info({ method, odd: read.odd }, 'Slack answered in a shape that is not known: the rest was read')
    // The schema of a method parses to the answer of that method; the table's wide type has forgotten which.
    return { is: 'done', value: read.value as Answer<M> }
  } catch (error) {
    const failure = classify(error)
    if (!holdsAlready(method, args, failure)) return failure
    const read = answer.safeParse({})
    // Read by the schema of this very method, which TypeScript does not follow through the table.
    return read.success ? { is: 'done', value: read.data as Answer<M>, already: true } : failure
  }
}

function holdsAlready<M extends MethodName>(method: M, args: Arguments<M>, failure: Failure): boolean {
  if (failure.is !== 'refused' || !factsOf(method).already?.includes(failure.error)) return false
  return !('users' in args && args.users.includes(','))
}

function nextCursor(value: object): string | undefined {
  if (!('response_metadata' in value) || typeof value.response_metadata !== 'object') return undefined
  const metadata = value.response_metadata
  if (!metadata || !('next_cursor' in metadata) || typeof metadata.next_cursor !== 'string') return undefined
  return metadata.next_cursor || undefined
}

function report(log: Log, method: MethodName, outcome: Outcome<unknown>): void {
  if (outcome.is === 'done') return
  const { is, ...why } = outcome
  const level = is === 'refused' ? 'info' : 'warn'
  log[level]({ method, outcome: is, ...why }, 'A call to Slack did not succeed')
}
