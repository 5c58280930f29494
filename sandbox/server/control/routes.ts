import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Changes, Switches, SwitchOrder } from '../../protocol.ts'
import { readBody } from '../api/body.ts'
import type { WebApi } from '../api/web-api.ts'
import { ourApp } from '../app/installed-app.ts'
import type { Deliveries } from '../delivery/deliveries.ts'
import type { SocketMode } from '../delivery/socket.ts'
import { newSecret } from '../ids.ts'
import type { Interactivity } from '../interactivity/interactivity.ts'
import { appSettings } from '../seed/app.ts'
import { BadOrder, readOrder, switchesNow } from '../switches/order.ts'
import { isObject } from '../workspace/json.ts'
import type { StoredChannel, StoredMessage } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { pictureOfWorkspace } from '../workspace/workspace-picture.ts'
import { act } from './act.ts'
import { found } from './search.ts'
import type { ChangeStream } from './stream.ts'

export type Control = {
  interactivity: Interactivity
  deliveries: Deliveries
  api: WebApi
  socket: SocketMode
  stream: ChangeStream
  /** Restores the seed. */
  reset(): void
  scopesChanged(scopes: string[]): void
  /** Makes the workspace as unkind as somebody asks. Throws BadOrder where that cannot be. */
  turn(wanted: SwitchOrder): Switches
}

type Route = (control: Control, body: unknown, url: URL) => unknown

const fault = z
  .strictObject({
    method: z.string(),
    times: z.int().optional(),
    latency_ms: z.number().nonnegative().optional(),
    error: z.string().optional(),
    http_status: z.int().min(200).max(599).optional(),
    retry_after: z.number().nonnegative().optional(),
    cut: z.enum(['before', 'after']).optional(),
    answer: z.record(z.string(), z.unknown()).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    args: z.record(z.string(), z.string()).optional(),
    instead: z.record(z.string(), z.string()).optional(),
  })
  .refine(
    ({ method: _m, times: _t, args: _a, ...what }) => Object.keys(what).length > 0,
    'say what goes wrong: latency_ms, error, http_status, retry_after, cut, answer, headers or instead',
  )

const socketOrder = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('refresh'),
    reason: z.string().default('refresh_requested'),
    connections: z.int().optional(),
  }),
  z.object({ do: z.literal('cut') }),
  z.object({ do: z.literal('raw'), text: z.string() }),
])

/**
 * Where ephemeral messages vanish, a picture shows each once, as to whoever stands behind the person; a client that is loaded
 * anew finds none. What is on a screen can be used until its session is over.
 */
function stillShown(workspace: Workspace, byClient: boolean) {
  return (channel: StoredChannel): StoredMessage[] => {
    const all = [...channel.ephemerals.values()]
    if (workspace.settled.ephemerals === 'keep') return all
    return byClient ? [] : all.filter((message) => workspace.presence.show(message))
  }
}

/** What has changed since the picture of that number, or null where that picture must be fetched whole. */
function changesSince({ interactivity: { workspace }, stream }: Control, seq: number): Changes {
  const changes = stream.since(seq) ?? []
  const whole = { seq: stream.seq, changes: null }
  if (seq === 0 || (changes.length === 0 && seq !== stream.seq)) return whole
  if (changes.some(({ kind }) => kind === 'reset')) return whole
  const vanish = workspace.settled.ephemerals === 'vanish'
  return {
    seq: stream.seq,
    vanish,
    changes: changes.filter(
      (change) =>
        !vanish || change.kind !== 'message' || !change.message.ephemeral_to || workspace.presence.show(change.message),
    ),
  }
}

function since(url: URL): number {
  return Number(url.searchParams.get('since') ?? 0) || 0
}

function appInfo(control: Control) {
  const { workspace } = control.interactivity
  const { appId: app_id, botId: bot_id, botUserId: user } = appSettings
  const { name, commands, shortcuts, events, hasHome: has_home } = workspace.app
  const is_ours = workspace.app === ourApp
  return { app_id, bot_id, user, name, commands, shortcuts, events, has_home, is_ours, scopes: workspace.scopes }
}

/**
 * Asks the app's request URL to prove itself, as Slack does when the address is entered: it must answer with the challenge, as text, in a form
 * or as JSON. Source: docs.slack.dev/reference/events/url_verification
 */
async function verify({ deliveries }: Control) {
  const challenge = newSecret()
  const payload = { token: appSettings.verificationToken, challenge, type: 'url_verification' }
  const outcome = await deliveries.attempt({ kind: 'events_api', type: 'url_verification', payload })
  if (!outcome.acked) return { ok: false, error: outcome.reason }
  const { ack } = outcome
  const told = isObject(ack) ? ack.challenge : new URLSearchParams(String(ack)).get('challenge')
  return told === challenge || ack === challenge
    ? { ok: true }
    : { ok: false, error: 'The answer does not hold the challenge.', answer: ack }
}

const routes: Readonly<Record<string, Route>> = {
  'GET state': ({ interactivity, stream }, _, url) =>
    pictureOfWorkspace(
      interactivity.workspace,
      stream.seq,
      stillShown(interactivity.workspace, url.searchParams.has('client')),
    ),
  'GET changes': (control, _, url) => changesSince(control, since(url)),
  'GET app': appInfo,
  'GET calls': ({ api }, _, url) => ({ calls: api.log.after(since(url)) }),
  'GET deliveries': ({ deliveries }, _, url) => ({ deliveries: deliveries.log.after(since(url)) }),
  'POST act': ({ interactivity, deliveries }, body) => act(interactivity, deliveries, body),
  'GET faults': ({ api }) => ({ faults: api.faults.list() }),
  'POST faults': ({ api }, body) => {
    const { method, ...rest } = fault.parse(body)
    api.faults.order({ method, ...given(rest) })
    return { ok: true }
  },
  'DELETE faults': ({ api }) => {
    api.faults.clear()
    return { ok: true }
  },
  'POST reset': (control) => {
    control.reset()
    return { ok: true }
  },
  'POST scopes': (control, body) => {
    control.scopesChanged(z.object({ scopes: z.array(z.string()) }).parse(body).scopes)
    return { ok: true }
  },
  'POST rate_limits': ({ api }, body) => {
    api.rateLimits = z.object({ on: z.boolean() }).parse(body).on
    api.limits.clear()
    return { ok: true }
  },
  'GET workspace': ({ interactivity }) => switchesNow(interactivity.workspace),
  'POST workspace': (control, body) => control.turn(readOrder(body)),
  'GET search': ({ interactivity }, _, url) => found(interactivity.workspace, url.searchParams.get('q') ?? ''),
  'POST verify': verify,
  'GET socket': ({ socket }) => ({ connections: socket.connections }),
  'POST socket': ({ socket }, body) => {
    const order = socketOrder.parse(body)
    if (order.do === 'refresh') socket.refresh(order.reason, order.connections ?? socket.connections)
    else if (order.do === 'cut') socket.cut()
    else socket.raw(order.text)
    return { ok: true }
  },
}

/** Drops what was not given: an absent limit is not the same as an undefined one. */
function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Leaving out what is undefined leaves the rest as its type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function parseBody(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest('The body is not JSON.')
  }
}

class BadRequest extends Error {}

/** `/_sandbox/*`: what drivers, tests and the web client use. A bad request answers 400 and says what is wrong. */
export async function control(
  on: Control,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/_sandbox/'.length)
  if (name === 'stream' && request.method === 'GET') {
    const last = request.headers['last-event-id'] ?? url.searchParams.get('since')
    on.stream.open(response, last === null || last === undefined ? undefined : Number(last))
    return
  }
  if (request.method === 'GET' && name === 'state') {
    // Whoever polls has it already most of the time, and a large workspace takes long to write and to read.
    const tag = `"${on.stream.seq}"`
    response.setHeader('etag', tag)
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end()
      return
    }
  }
  const route = routes[`${request.method} ${name}`]
  if (!route) return json(response, 404, { ok: false, error: `There is no ${request.method} /_sandbox/${name}.` })
  try {
    json(response, 200, await route(on, parseBody(await readBody(request)), url))
  } catch (error) {
    if (error instanceof z.ZodError) return json(response, 400, { ok: false, error: z.prettifyError(error) })
    if (error instanceof BadRequest || error instanceof BadOrder)
      return json(response, 400, { ok: false, error: error.message })
    throw error
  }
}
