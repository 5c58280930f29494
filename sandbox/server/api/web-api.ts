import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { methodFacts, refusalOfBots } from '../../coverage/index.ts'
import type { ApiCall, Fault } from '../../protocol.ts'
import { Log } from '../delivery/log.ts'
import type { Interactivity } from '../interactivity/interactivity.ts'
import type { Call } from '../methods/call.ts'
import { methods } from '../methods/index.ts'
import { checkScope } from '../methods/scopes.ts'
import { Refusal, refuse } from '../refusal.ts'
import { isObject, type Json, objectsIn } from '../workspace/json.ts'
import { refusalAnswer } from './answer.ts'
import { Arguments } from './arguments.ts'
import { type Decoded, decodeBody, readBytes } from './body.ts'
import { type Caller, callerOf, checkTokenKind, needsToken, tokenForLog } from './caller.ts'
import { Faults, isAltering } from './faults.ts'
import { RateLimits } from './rate-limits.ts'

type Options = {
  interactivity: Interactivity
  rateLimits: boolean
  /** Milliseconds since the epoch, by which the rate limits count. */
  limitsNow: () => number
  socketAddress: () => string
  /** Told of a refused call and why, where there is more to say than its error. */
  refused: (what: string, why: readonly string[]) => void
}

type Answered = { status: number; body: Json; headers?: Record<string, string> }

/** Slack's Web API: decodes a call, does it, answers it, writes it down, and lets go wrong what a driver ordered. */
export class WebApi {
  readonly log = new Log<ApiCall>()
  readonly faults = new Faults()
  readonly limits: RateLimits
  rateLimits: boolean
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
    this.rateLimits = options.rateLimits
    this.limits = new RateLimits(options.limitsNow)
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const started = performance.now()
    const method = decodeURIComponent(url.pathname.slice('/api/'.length))
    const { workspace } = this.#options.interactivity
    const decoded = await decode(method, request)
    const fields = 'fields' in decoded ? { ...Object.fromEntries(url.searchParams), ...decoded.fields } : {}
    const { token: given, ...named } = fields
    const args = { ...clientOf(method, request.headers.authorization), ...named }
    const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const token = header ?? (typeof given === 'string' ? given : '')
    const entry = {
      at: workspace.now(),
      ms: 0,
      method,
      token: tokenForLog(workspace, token),
      args,
      ok: false,
      http_status: 0,
    }
    const spared = token.startsWith('xoxp-')
    const { latencyMs, outcome, instead } = spared
      ? { latencyMs: 0, outcome: undefined, instead: {} }
      : this.faults.meet(method, args)
    if (latencyMs > 0) await wait(latencyMs)
    const note = (more: Partial<ApiCall>) =>
      this.log.add({ ...entry, ms: Math.round((performance.now() - started) * 100) / 100, ...more })
    if (outcome?.cut === 'before') {
      note({ cut: 'before' })
      request.socket.destroy()
      return
    }
    const ordered = outcome && !outcome.cut && !isAltering(outcome) ? orderedAnswer(outcome) : undefined
    const truly =
      ordered ??
      ('error' in decoded
        ? refused(method, new Refusal(decoded.error))
        : this.#answer(method, token, { ...args, ...instead }))
    const warned = withWarnings(truly, request)
    const answered = outcome && isAltering(outcome) ? altered(warned, outcome) : warned
    const { ok, error } = answered.body
    const why = reasons(answered.body)
    const result = {
      ok: ok === true,
      ...(typeof error === 'string' ? { error } : {}),
      ...(why.length > 0 ? { why } : {}),
      http_status: answered.status,
    }
    if (!ordered && why.length > 0) this.#options.refused(`${method}: ${String(error)}`, why)
    if (outcome?.cut === 'after') {
      note({ ...result, cut: 'after' })
      request.socket.destroy()
      return
    }
    note(result)
    // As bytes: Node writes long Japanese texts out many times slower than it turns them into bytes.
    const bytes = Buffer.from(JSON.stringify(answered.body))
    response.writeHead(answered.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      'x-slack-req-id': String(this.log.seq),
      ...answered.headers,
    })
    response.end(bytes)
  }

  #answer(method: string, token: string, raw: Json): Answered {
    try {
      const run = methods.get(method)
      const { interactivity, socketAddress } = this.#options
      const { workspace } = interactivity
      if (!run) {
        const no = refusalOfBots(method)
        if (no && callerOf(workspace, token).kind === 'bot') refuse(no)
        return { status: 200, body: { ok: false, error: 'unknown_method', req_method: method } }
      }
      const caller = token === '' && !needsToken(method) ? undefined : callerOf(workspace, token)
      if (caller) checkTokenKind(method, caller.kind)
      const args = new Arguments(method, raw)
      const late = this.#limited(method, caller, args)
      if (late !== undefined) {
        return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(late) } }
      }
      const actor = caller?.actor ?? { id: '', bot: false }
      if (caller?.kind === 'bot') checkScope(workspace, method, workspace.channel(args.optionalText('channel') ?? ''))
      args.checkRequired()
      const scopes = caller?.scopes ? { scopes: caller.scopes } : {}
      const call: Call = { method, args, actor, token, ...scopes, workspace, interactivity, socketAddress }
      const body = { ok: true, ...run(call) }
      return { status: 200, body, headers: scopeHeaders(call) }
    } catch (error) {
      if (error instanceof Refusal) return refused(method, error)
      throw error
    }
  }

  #limited(method: string, caller: Caller | undefined, args: Arguments): number | undefined {
    if (!this.rateLimits || caller?.kind === 'person') return undefined
    const channel = args.raw.channel
    return this.limits.take(method, typeof channel === 'string' ? channel : '')
  }
}

/** Slack drops the arguments of a JSON body where the method does not take one (github.com/kortix-ai/suna/issues/6616). */
async function decode(method: string, request: IncomingMessage): Promise<Decoded> {
  const type = request.headers['content-type'] ?? ''
  const body = await readBytes(request)
  const ignored = type.includes('application/json') && methodFacts.get(method)?.json === false
  return ignored ? { fields: {} } : decodeBody(type, body)
}

/** The sentences of a refusal, with a JSON pointer in each. */
function reasons({ response_metadata, errors }: Json): string[] {
  const said =
    isObject(response_metadata) && Array.isArray(response_metadata.messages) ? response_metadata.messages : []
  const found = objectsIn(errors).flatMap(({ message, pointer }) =>
    typeof message === 'string' ? [`[ERROR] ${message} [json-pointer:${String(pointer)}]`] : [],
  )
  return [...said.map(String), ...found]
}

function scopeHeaders({ actor, method, workspace }: Call): Record<string, string> {
  const accepted = methodFacts.get(method)?.botScopes ?? []
  return actor.bot
    ? {
        'x-oauth-scopes': workspace.scopes.join(','),
        ...(accepted.length > 0 ? { 'x-accepted-oauth-scopes': accepted.join(',') } : {}),
      }
    : {}
}

/** The methods that take the app's id and secret, also by HTTP's Basic scheme. Source: docs.slack.dev/reference/methods/oauth.v2.access */
const forClients: ReadonlySet<string> = new Set(['oauth.v2.access', 'oauth.v2.exchange', 'openid.connect.token'])

function clientOf(method: string, authorization: string | undefined): Json {
  const [, basic] = /^Basic (.+)$/i.exec(authorization ?? '') ?? []
  if (basic === undefined || !forClients.has(method)) return {}
  const [client_id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':')
  return { client_id, client_secret: secret.join(':') }
}

/**
 * What Slack warns of in a body's type: JSON without a charset, a form with one. A caller's own warnings come first.
 * Source: "Warnings" on each method's page (docs.slack.dev/reference/methods)
 */
function withWarnings(answered: Answered, { method, headers }: IncomingMessage): Answered {
  const type = headers['content-type'] ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)
  const has = /;\s*charset=/i.test(type)
  if (method !== 'POST' || type === '' || isForm !== has) return answered
  const { response_metadata: told, warning } = answered.body
  const own = typeof warning === 'string' ? [warning] : []
  const warnings = [...own, isForm ? 'superfluous_charset' : 'missing_charset']
  const metadata = { ...(isObject(told) ? told : {}), warnings }
  return { ...answered, body: { ...answered.body, warning: warnings.join(','), response_metadata: metadata } }
}

function refused(method: string, refusal: Refusal): Answered {
  return { status: 200, body: refusalAnswer(methods.has(method) ? method : 'unknown', refusal) }
}

/** What a fault makes of the answer to a call that was done. */
function altered({ status, body, headers }: Answered, fault: Fault): Answered {
  return { status, body: { ...body, ...fault.answer }, headers: { ...headers, ...fault.headers } }
}

/** What a fault makes of a call that never took effect. */
function orderedAnswer(fault: { error?: string; http_status?: number; retry_after?: number }): Answered {
  if (fault.retry_after !== undefined || fault.http_status === 429) {
    const headers = { 'retry-after': String(fault.retry_after ?? 1) }
    return { status: 429, body: { ok: false, error: fault.error ?? 'ratelimited' }, headers }
  }
  const status = fault.http_status ?? 200
  return {
    status,
    body: { ok: false, error: fault.error ?? (status === 503 ? 'service_unavailable' : 'internal_error') },
  }
}
